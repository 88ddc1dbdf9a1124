// Where libxml2 was built with ICU, its encoding.h brings in ICU's headers, and these clash with the copy of ICU that
// Foundation carries. Nothing here needs them: without the macro they stay out.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
