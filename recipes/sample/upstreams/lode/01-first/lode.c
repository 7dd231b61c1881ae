/* lode: how far a ditch falls. */
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
	if (argc != 3)
		return 2;
	printf("%.2f\n", atof(argv[1]) - atof(argv[2]));
	return 0;
}
