#include "gate.h"
#include "log.h"

#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
	if (argc != 3) {
		fprintf(stderr, "usage: weir GATE PERCENT\n");
		return 2;
	}
	if (log_open("/var/log/weir.log") < 0) {
		perror("weir: /var/log/weir.log");
		return 1;
	}
	if (gate_set(atoi(argv[1]), atoi(argv[2])) < 0) {
		log_line("no such gate");
		return 1;
	}
	gate_print(stdout);
	return 0;
}
