// Made by tools/bundle-glossary. Do not edit by hand.
#include "CBundled.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char glossary_agriculture[] = {
#embed "../../glossary/agriculture.csv"
};

static const unsigned char glossary_companies[] = {
#embed "../../glossary/companies.csv"
};

static const unsigned char glossary_culture[] = {
#embed "../../glossary/culture.csv"
};

static const unsigned char glossary_digital[] = {
#embed "../../glossary/digital.csv"
};

static const unsigned char glossary_ecommerce[] = {
#embed "../../glossary/ecommerce.csv"
};

static const unsigned char glossary_government[] = {
#embed "../../glossary/government.csv"
};

static const unsigned char glossary_logistics[] = {
#embed "../../glossary/logistics.csv"
};

static const unsigned char glossary_measures[] = {
#embed "../../glossary/measures.csv"
};

static const unsigned char glossary_media[] = {
#embed "../../glossary/media.csv"
};

static const unsigned char glossary_organisations[] = {
#embed "../../glossary/organisations.csv"
};

static const unsigned char glossary_people[] = {
#embed "../../glossary/people.csv"
};

static const unsigned char glossary_places[] = {
#embed "../../glossary/places.csv"
};

static const unsigned char glossary_policy[] = {
#embed "../../glossary/policy.csv"
};

static const unsigned char glossary_products[] = {
#embed "../../glossary/products.csv"
};

static const unsigned char glossary_trade_finance[] = {
#embed "../../glossary/trade-finance.csv"
};

static const dz_bundled_file files[] = {
    {"agriculture.csv", glossary_agriculture, sizeof(glossary_agriculture)},
    {"companies.csv", glossary_companies, sizeof(glossary_companies)},
    {"culture.csv", glossary_culture, sizeof(glossary_culture)},
    {"digital.csv", glossary_digital, sizeof(glossary_digital)},
    {"ecommerce.csv", glossary_ecommerce, sizeof(glossary_ecommerce)},
    {"government.csv", glossary_government, sizeof(glossary_government)},
    {"logistics.csv", glossary_logistics, sizeof(glossary_logistics)},
    {"measures.csv", glossary_measures, sizeof(glossary_measures)},
    {"media.csv", glossary_media, sizeof(glossary_media)},
    {"organisations.csv", glossary_organisations, sizeof(glossary_organisations)},
    {"people.csv", glossary_people, sizeof(glossary_people)},
    {"places.csv", glossary_places, sizeof(glossary_places)},
    {"policy.csv", glossary_policy, sizeof(glossary_policy)},
    {"products.csv", glossary_products, sizeof(glossary_products)},
    {"trade-finance.csv", glossary_trade_finance, sizeof(glossary_trade_finance)},
};

const dz_bundled_file *dz_bundled_glossary(size_t *count) {
  *count = sizeof(files) / sizeof(files[0]);
  return files;
}
