#ifndef DUIZHAO_CICU_H
#define DUIZHAO_CICU_H

#include <stdint.h>

// The few ICU calls we use, under names of our own. No ICU type appears here: Foundation carries a copy of ICU, and
// Clang refuses to see both sets of headers in one program.

/// Decodes `length` bytes of the named encoding into UTF-16. For each unit written, `offsets` gets the index of the
/// first byte it came from. `invalidAt` is -1, or the byte at which the input breaks the encoding.
/// Returns the number of units written, or -1 when the encoding is unknown or `capacity` is too small.
int64_t dz_decode(const char *encoding, const uint8_t *bytes, int64_t length,
                  uint16_t *units, int32_t *offsets, int64_t capacity, int64_t *invalidAt);

/// Decodes every two bytes from 81 40 to FE FE of the named encoding. `units` has 65,536 places, one for each pair, lead
/// byte high; it gets the unit where the pair is one of the Basic Multilingual Plane by itself, else 0.
/// Returns 0, or -1 when the encoding is unknown.
int32_t dz_decode_pairs(const char *encoding, uint16_t *units);

/// Encodes UTF-16 into the named encoding. `unencodableAt` is -1, or the index of the first unit that the encoding
/// cannot hold. Returns the number of bytes written, or -1 as above.
int64_t dz_encode(const char *encoding, const uint16_t *units, int64_t length,
                  uint8_t *bytes, int64_t capacity, int64_t *unencodableAt);

/// Guesses the encoding of the bytes. Writes the ICU name of the best guess into `name` (at least 32 bytes) and
/// returns its confidence, 0 to 100, or -1 when there is no guess. Costs about 1 ms for 2 kB.
int32_t dz_detect(const uint8_t *bytes, int32_t length, char *name, int32_t rank);

/// Normalises UTF-16 to NFKC. Returns the number of units written, or -1.
int32_t dz_nfkc(const uint16_t *units, int32_t length, uint16_t *out, int32_t capacity);

/// Whether a normalisation run may begin at this scalar: nothing before it can change it.
int32_t dz_nfkc_boundary_before(int32_t scalar);

/// Whether the scalar is its own NFKC form whatever stands around it.
int32_t dz_nfkc_is_inert(int32_t scalar);

/// The simple lower-case mapping of a scalar.
int32_t dz_lowercase(int32_t scalar);

/// The two-letter general category of a scalar as ICU numbers it (UCharCategory).
int32_t dz_category(int32_t scalar);

/// ICU's release, for reports.
const char *dz_icu_version(void);

#endif
