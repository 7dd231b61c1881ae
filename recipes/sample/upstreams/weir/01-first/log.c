/* One line for every movement. */
#include "log.h"

#include <stdio.h>
#include <time.h>

static FILE *file;

int log_open(const char *path)
{
	file = fopen(path, "a");
	return file == NULL ? -1 : 0;
}

void log_line(const char *text)
{
	time_t now = time(NULL);

	fprintf(file, "%lld ", (long long)now);
	fprintf(file, text);
	fprintf(file, "\n");
	fflush(file);
}
