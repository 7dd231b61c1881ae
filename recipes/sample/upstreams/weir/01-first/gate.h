#include <stdio.h>

#define GATES 4

int gate_set(int gate, int percent);
int gate_get(int gate);
void gate_print(FILE *out);
