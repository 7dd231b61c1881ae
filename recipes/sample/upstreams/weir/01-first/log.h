int log_open(const char *path);
void log_line(const char *text);
