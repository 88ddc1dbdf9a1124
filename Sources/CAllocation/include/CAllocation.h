#ifndef CALLOCATION_H
#define CALLOCATION_H

/// Keeps freed blocks of up to `block` bytes, and up to `rest` bytes at the end of the heap, in place of giving them back
/// to the system.
void dz_keep_freed_memory(int block, int rest);

#endif
