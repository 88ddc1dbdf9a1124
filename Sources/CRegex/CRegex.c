#include "CRegex.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/uregex.h>
#include <unicode/utext.h>

// How much a match may keep for going back, in bytes.
static const int32_t stackLimit = 8 << 20;

void *dz_regex_compile(const char *pattern, int32_t length, int32_t ignoresCase, int32_t *position, char *reason) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError error = {0};
  *position = -1;
  UText text = UTEXT_INITIALIZER;
  utext_openUTF8(&text, pattern, length, &status);
  uint32_t flags = UREGEX_MULTILINE | (ignoresCase ? UREGEX_CASE_INSENSITIVE : 0);
  URegularExpression *regex = uregex_openUText(&text, flags, &error, &status);
  utext_close(&text);
  if (U_SUCCESS(status)) return regex;
  *position = error.offset;
  strncpy(reason, u_errorName(status), 63);
  reason[63] = 0;
  return NULL;
}

void dz_regex_free(void *regex) { uregex_close(regex); }

int32_t dz_regex_group_count(void *regex) {
  UErrorCode status = U_ZERO_ERROR;
  return uregex_groupCount(regex, &status);
}

typedef struct {
  URegularExpression *matcher;
  UText text;
  int32_t groups;
} Search;

void *dz_regex_begin(void *regex, const char *utf8, int64_t length, int32_t limit) {
  UErrorCode status = U_ZERO_ERROR;
  Search *search = calloc(1, sizeof(Search));
  if (!search) return NULL;
  UText fresh = UTEXT_INITIALIZER;
  search->text = fresh;
  search->matcher = uregex_clone(regex, &status);
  utext_openUTF8(&search->text, utf8, length, &status);
  uregex_setUText(search->matcher, &search->text, &status);
  uregex_setTimeLimit(search->matcher, limit, &status);
  uregex_setStackLimit(search->matcher, stackLimit, &status);
  search->groups = uregex_groupCount(search->matcher, &status);
  if (U_SUCCESS(status)) return search;
  dz_regex_end(search);
  return NULL;
}

int32_t dz_regex_next(void *state, int64_t *spans) {
  Search *search = state;
  UErrorCode status = U_ZERO_ERROR;
  UBool found = uregex_findNext(search->matcher, &status);
  if (status == U_REGEX_TIME_OUT) return DZ_REGEX_TOO_LONG;
  if (U_FAILURE(status)) return DZ_REGEX_TOO_LARGE;
  if (!found) return DZ_REGEX_NONE;
  for (int32_t group = 0; group <= search->groups; group++) {
    spans[2 * group] = uregex_start64(search->matcher, group, &status);
    spans[2 * group + 1] = uregex_end64(search->matcher, group, &status);
  }
  return U_SUCCESS(status) ? DZ_REGEX_MATCH : DZ_REGEX_NONE;
}

void dz_regex_end(void *state) {
  Search *search = state;
  if (!search) return;
  if (search->matcher) uregex_close(search->matcher);
  utext_close(&search->text);
  free(search);
}
