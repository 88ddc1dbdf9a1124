#include "CBundled.h"

const dz_bundled_file *dz_bundled_glossary(size_t *count) {
  *count = 0;
  return 0;
}
