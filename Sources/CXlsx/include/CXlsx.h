// libxlsxwriter, and a file in memory for it to write to: the library itself only knows files with a path.
#ifndef CXLSX_H
#define CXLSX_H

#include <xlsxwriter.h>

/// Opens a file that is only in memory; the descriptor, or -1.
int dz_memory_file(void);

#endif
