/* oxbow: the length of a river's bends. */
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
	double length = 0;

	for (int i = 1; i < argc; i++)
		length += 3.14159265358979 * atof(argv[i]);
	printf("%.0f m\n", length);
	return 0;
}
