/* rill: lets through every n-th line. */
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
	char line[1024];
	long nth = argc > 1 ? atol(argv[1]) : 2;
	long seen = 0;

	while (fgets(line, sizeof line, stdin) != NULL)
		if (seen++ % nth == 0)
			fputs(line, stdout);
	return 0;
}
