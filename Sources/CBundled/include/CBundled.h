#ifndef DUIZHAO_CBUNDLED_H
#define DUIZHAO_CBUNDLED_H

#include <stddef.h>

/// A file that is part of the program.
typedef struct {
  const char *name;
  const unsigned char *bytes;
  size_t length;
} dz_bundled_file;

/// The curated glossary, a file for each subject field, in the order of their names.
const dz_bundled_file *dz_bundled_glossary(size_t *count);

#endif
