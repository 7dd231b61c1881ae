/* The gates of a weir, and how far each is open. */
#include "gate.h"

#include <stdio.h>

struct gate {
	int percent;
};

static struct gate weir[GATES];

int gate_set(int gate, int percent)
{
	if (gate < 0 || gate >= GATES)
		return -1;
	weir[gate].percent = percent < 0 ? 0 : percent > 100 ? 100 : percent;
	return 0;
}

int gate_get(int gate)
{
	return weir[gate].percent;
}

void gate_print(FILE *out)
{
	for (int i = 0; i < GATES; i++)
		fprintf(out, "gate %c: %d\n", 'A' + i, weir[i].percent);
}
