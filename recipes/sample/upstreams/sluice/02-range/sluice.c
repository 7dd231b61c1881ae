/* sluice: opens and shuts gates by a timetable. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct gate {
	int hour;
	int open;
};

static int parse_hour(const char *text)
{
	int hour = atoi(text);

	return hour >= 0 && hour < 24 ? hour : -EINVAL;
}

static int parse(const char *line, struct gate *gate)
{
	char state[8];
	char hour[8];

	if (sscanf(line, "%7s %7s", hour, state) != 2)
		return -EINVAL;
	gate->hour = parse_hour(hour);
	if (gate->hour < 0)
		return gate->hour;
	gate->open = strcmp(state, "open") == 0;
	return 0;
}

static const char *word(const struct gate *gate)
{
	return gate->open ? "open" : "shut";
}

int main(void)
{
	char line[64];
	struct gate gate;

	while (fgets(line, sizeof line, stdin) != NULL) {
		if (parse(line, &gate) < 0) {
			fprintf(stderr, "sluice: not understood: %s", line);
			continue;
		}
		printf("%02d:00 %s\n", gate.hour, word(&gate));
	}
	return 0;
}
