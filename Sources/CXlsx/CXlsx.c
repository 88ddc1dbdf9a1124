#define _GNU_SOURCE
#include "CXlsx.h"
#include <sys/mman.h>

int dz_memory_file(void) { return memfd_create("duizhao", MFD_CLOEXEC); }
