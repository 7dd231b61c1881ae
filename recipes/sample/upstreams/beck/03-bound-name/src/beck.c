/* beck: sums the flow that gauges report, station by station. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_STATIONS 64

struct station {
	char name[16];
	double litres;
	int readings;
};

static struct station stations[MAX_STATIONS];
static int count;

static struct station *find(const char *name)
{
	for (int i = 0; i < count; i++)
		if (strcmp(stations[i].name, name) == 0)
			return &stations[i];
	if (count == MAX_STATIONS)
		return NULL;
	snprintf(stations[count].name, sizeof stations[count].name, "%s", name);
	return &stations[count++];
}

static int read_line(const char *line)
{
	char name[16];
	double litres;

	if (sscanf(line, "%15s %lf", name, &litres) != 2)
		return -1;
	struct station *station = find(name);
	if (station == NULL)
		return -1;
	station->litres += litres;
	station->readings++;
	return 0;
}

int main(void)
{
	char line[256];
	int bad = 0;

	while (fgets(line, sizeof line, stdin) != NULL)
		bad += read_line(line) != 0;
	for (int i = 0; i < count; i++)
		printf("%s %.1f %.2f\n", stations[i].name, stations[i].litres,
		       stations[i].litres / stations[i].readings);
	return bad ? EXIT_FAILURE : EXIT_SUCCESS;
}
