/* main.c: picks a verb or a window, nothing else. */

#include "config.h"

int
main (int   argc,
      char *argv[])
{
  return 0;
}
