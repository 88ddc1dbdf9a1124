import CAllocation

/// Tells the allocator to keep what is freed for what comes next.
///
/// Alignments and checks make and drop great tables in turn; to get their pages from the system again and again would cost more
/// than to fill them.
func keepFreedMemory() { dz_keep_freed_memory(8 << 20, 64 << 20) }
