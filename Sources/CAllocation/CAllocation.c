#include "CAllocation.h"

#include <malloc.h>

void dz_keep_freed_memory(int block, int rest) {
  mallopt(M_MMAP_THRESHOLD, block);
  mallopt(M_TRIM_THRESHOLD, rest);
}
