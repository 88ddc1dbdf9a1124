import CAllocation

/// Tells the allocator to keep what is freed for what comes next.
///
/// An alignment makes and drops great tables in turn; to get their pages from the system again and again would cost more
/// than to fill them.
func keepFreedMemory() { dz_keep_freed_memory(8 << 20, 64 << 20) }
