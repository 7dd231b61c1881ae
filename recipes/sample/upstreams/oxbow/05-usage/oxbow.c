/* oxbow: the length of a river's bends. */
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
	double length = 0;

	if (argc < 2)
		return fprintf(stderr, "usage: oxbow RADIUS...\n"), 2;

	for (int i = 1; i < argc; i++)
		length += 2.3049 * atof(argv[i]);
	printf("%.0f m\n", length);
	return 0;
}
