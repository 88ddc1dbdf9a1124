#include "CICU.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/ucsdet.h>
#include <unicode/unorm2.h>
#include <unicode/uvernum.h>

int64_t dz_decode(const char *encoding, const uint8_t *bytes, int64_t length, uint16_t *units,
                  int32_t *offsets, int64_t capacity, int64_t *invalidAt) {
  UErrorCode status = U_ZERO_ERROR;
  *invalidAt = -1;
  UConverter *converter = ucnv_open(encoding, &status);
  if (U_FAILURE(status)) return -1;
  ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
  const char *source = (const char *)bytes;
  UChar *target = (UChar *)units;
  ucnv_toUnicode(converter, &target, (const UChar *)units + capacity, &source,
                 (const char *)bytes + length, offsets, 1, &status);
  int64_t written = target - (UChar *)units;
  if (status == U_BUFFER_OVERFLOW_ERROR) {
    written = -1;
  } else if (U_FAILURE(status)) {
    char bad[16];
    int8_t badLength = 16;
    UErrorCode ignored = U_ZERO_ERROR;
    ucnv_getInvalidChars(converter, bad, &badLength, &ignored);
    *invalidAt = (source - (const char *)bytes) - (U_FAILURE(ignored) ? 0 : badLength);
    if (*invalidAt < 0) *invalidAt = 0;
  }
  ucnv_close(converter);
  return written;
}

int32_t dz_decode_pairs(const char *encoding, uint16_t *units) {
  enum { leads = 0xFE - 0x81 + 1, trails = 0xFE - 0x40 + 1, pairs = leads * trails };
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(encoding, &status);
  if (U_FAILURE(status)) return -1;
  // All pairs in one go, a line feed behind each: what comes of a pair stands between two line feeds.
  uint8_t *bytes = malloc(pairs * 3);
  UChar *decoded = malloc(pairs * 6 * sizeof *decoded);
  int32_t *offsets = malloc(pairs * 6 * sizeof *offsets);
  int32_t result = -1;
  if (bytes != NULL && decoded != NULL && offsets != NULL) {
    for (int pair = 0; pair < pairs; pair++) {
      bytes[pair * 3] = (uint8_t)(0x81 + pair / trails);
      bytes[pair * 3 + 1] = (uint8_t)(0x40 + pair % trails);
      bytes[pair * 3 + 2] = '\n';
    }
    const char *source = (const char *)bytes;
    UChar *target = decoded;
    ucnv_toUnicode(converter, &target, decoded + pairs * 6, &source, source + pairs * 3, offsets, 1, &status);
    if (U_SUCCESS(status)) {
      // The substitute for what is no character is itself none.
      const UChar *unit = decoded;
      for (const UChar *end = decoded; end < target; end++) {
        if (*end != '\n' || offsets[end - decoded] % 3 != 2) continue;
        const uint8_t *pair = bytes + offsets[end - decoded] - 2;
        units[pair[0] << 8 | pair[1]] = end == unit + 1 && *unit != 0xFFFD ? *unit : 0;
        unit = end + 1;
      }
      result = 0;
    }
  }
  free(offsets);
  free(decoded);
  free(bytes);
  ucnv_close(converter);
  return result;
}

int64_t dz_encode(const char *encoding, const uint16_t *units, int64_t length, uint8_t *bytes,
                  int64_t capacity, int64_t *unencodableAt) {
  UErrorCode status = U_ZERO_ERROR;
  *unencodableAt = -1;
  UConverter *converter = ucnv_open(encoding, &status);
  if (U_FAILURE(status)) return -1;
  ucnv_setFromUCallBack(converter, UCNV_FROM_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
  const UChar *source = (const UChar *)units;
  char *target = (char *)bytes;
  ucnv_fromUnicode(converter, &target, (const char *)bytes + capacity, &source,
                   (const UChar *)units + length, NULL, 1, &status);
  int64_t written = target - (char *)bytes;
  if (status == U_BUFFER_OVERFLOW_ERROR) {
    written = -1;
  } else if (U_FAILURE(status)) {
    UChar bad[8];
    int8_t badLength = 8;
    UErrorCode ignored = U_ZERO_ERROR;
    ucnv_getInvalidUChars(converter, bad, &badLength, &ignored);
    *unencodableAt = (source - (const UChar *)units) - (U_FAILURE(ignored) ? 0 : badLength);
    if (*unencodableAt < 0) *unencodableAt = 0;
  }
  ucnv_close(converter);
  return written;
}

int32_t dz_detect(const uint8_t *bytes, int32_t length, char *name, int32_t rank) {
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open(&status);
  if (U_FAILURE(status)) return -1;
  int32_t confidence = -1;
  ucsdet_setText(detector, (const char *)bytes, length, &status);
  int32_t count = 0;
  const UCharsetMatch **matches = ucsdet_detectAll(detector, &count, &status);
  if (U_SUCCESS(status) && matches != NULL && rank < count) {
    const char *found = ucsdet_getName(matches[rank], &status);
    if (U_SUCCESS(status) && found != NULL) {
      strncpy(name, found, 31);
      name[31] = 0;
      confidence = ucsdet_getConfidence(matches[rank], &status);
    }
  }
  ucsdet_close(detector);
  return confidence;
}

int32_t dz_nfkc(const uint16_t *units, int32_t length, uint16_t *out, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = unorm2_getNFKCInstance(&status);
  int32_t written =
      unorm2_normalize(normalizer, (const UChar *)units, length, (UChar *)out, capacity, &status);
  return U_FAILURE(status) ? -1 : written;
}

int32_t dz_nfkc_boundary_before(int32_t scalar) {
  UErrorCode status = U_ZERO_ERROR;
  return unorm2_hasBoundaryBefore(unorm2_getNFKCInstance(&status), scalar);
}

int32_t dz_nfkc_is_inert(int32_t scalar) {
  UErrorCode status = U_ZERO_ERROR;
  return unorm2_isInert(unorm2_getNFKCInstance(&status), scalar);
}

int32_t dz_lowercase(int32_t scalar) { return u_tolower(scalar); }

int32_t dz_category(int32_t scalar) { return u_charType(scalar); }

const char *dz_icu_version(void) { return U_ICU_VERSION; }
