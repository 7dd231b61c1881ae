/* kyle: knots from metres a second. */
#include <stdio.h>
#include <stdlib.h>

#define GALE 17.2
#define KNOT (1852.0 / 3600.0)

int main(int argc, char **argv)
{
	if (argc < 2) {
		fprintf(stderr, "usage: kyle SPEED...\n");
		return 2;
	}
	for (int i = 1; i < argc; i++) {
		char *end;
		double speed = strtod(argv[i], &end);

		if (end == argv[i] || *end != '\0')
			return fprintf(stderr, "kyle: no number: %s\n", argv[i]), 1;
		printf("%.2f kn%s\n", speed / KNOT, speed >= GALE ? " gale" : "");
	}
	return 0;
}
