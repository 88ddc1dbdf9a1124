#include "CICU.h"

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
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(encoding, &status);
  if (U_FAILURE(status)) return -1;
  ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
  for (int lead = 0x81; lead <= 0xFE; lead++) {
    for (int trail = 0x40; trail <= 0xFE; trail++) {
      const char bytes[2] = {(char)lead, (char)trail};
      const char *source = bytes;
      UChar unit[4];
      UChar *target = unit;
      status = U_ZERO_ERROR;
      ucnv_resetToUnicode(converter);
      ucnv_toUnicode(converter, &target, unit + 4, &source, bytes + 2, NULL, 1, &status);
      units[lead << 8 | trail] = U_SUCCESS(status) && target == unit + 1 ? unit[0] : 0;
    }
  }
  ucnv_close(converter);
  return 0;
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
