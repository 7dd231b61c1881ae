/* The gates of a weir, and how far each is open. */
#include "gate.h"

#include <stdio.h>

static int gates[GATES];

int gate_set(int gate, int percent)
{
	if (gate < 0 || gate >= GATES)
		return -1;
	gates[gate] = percent;
	return 0;
}

int gate_get(int gate)
{
	return gates[gate];
}

void gate_print(FILE *out)
{
	for (int i = 0; i < GATES; i++)
		fprintf(out, "gate %c: %d\n", 'A' + i, gates[i]);
}
