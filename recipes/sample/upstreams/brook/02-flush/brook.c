/* brook: how long a float takes from bridge to bridge. */
#include <stdio.h>
#include <time.h>

int main(void)
{
	time_t start = time(NULL);

	puts("press return at the second bridge");
	fflush(stdout);
	getchar();
	printf("%.0f s\n", difftime(time(NULL), start));
	return 0;
}
