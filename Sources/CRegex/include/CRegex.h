#ifndef DUIZHAO_CREGEX_H
#define DUIZHAO_CREGEX_H

#include <stdint.h>

// ICU's regular expressions over UTF-8, behind names without ICU types: Foundation carries a copy of ICU, and Clang
// refuses to see both sets of headers in one program. Every match is bounded in time and in memory.

/// What `dz_regex_next` returns.
enum { DZ_REGEX_TOO_LARGE = -2, DZ_REGEX_TOO_LONG = -1, DZ_REGEX_NONE = 0, DZ_REGEX_MATCH = 1 };

/// Compiles a pattern in which `^` and `$` stand for the ends of lines. Returns NULL for a pattern that is none; then
/// `position` is the index of the offending character and `reason` (at least 64 bytes) holds ICU's name of the error.
void *dz_regex_compile(const char *pattern, int32_t length, int32_t ignoresCase, int32_t *position, char *reason);
void dz_regex_free(void *regex);

/// The number of groups in parentheses.
int32_t dz_regex_group_count(void *regex);

/// Begins to search a text, which must stay where it is until `dz_regex_end`. Several searches may use one pattern at
/// once. `limit` bounds the work, about a millisecond each.
void *dz_regex_begin(void *regex, const char *utf8, int64_t length, int32_t limit);
/// Finds the next match: `spans` gets the start and end, in bytes, of the match and of each group; -1 and -1 for a group
/// that took no part.
int32_t dz_regex_next(void *search, int64_t *spans);
void dz_regex_end(void *search);

#endif
