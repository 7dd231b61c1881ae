/* kyle: knots from metres a second. */
#include <stdio.h>
#include <stdlib.h>

#define KNOT (1852.0 / 3600.0)

int main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++)
		printf("%.1f\n", atof(argv[i]) / KNOT);
	return 0;
}
