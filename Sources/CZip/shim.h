// Containers (XLSX, DOCX, Yomitan) through libzip; single compressed files (dict.dz) through zlib, on which it stands.
#include <zip.h>
#include <zlib.h>
