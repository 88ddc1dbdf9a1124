// Made by tools/measure-aligner train; do not edit.

/// What each feature of a bead weighs, in the order of ``BeadFeature/names``.
package enum BeadWeights {
  package static let withDictionary: [Float] = [
    0.816,  // lexical
    -0.111,  // length
    0.251,  // joins
    0.802,  // fitted prior
    0.232,  // shape 1-1
    -0.277,  // shape 1-2
    -0.459,  // shape 1-3
    -0.140,  // shape 1-4
    -0.871,  // shape 1-5
    1.054,  // shape 2-1
    -0.452,  // shape 2-2
    -0.921,  // shape 2-3
    -0.822,  // shape 2-4
    1.450,  // shape 3-1
    0.155,  // shape 3-2
    0.953,  // shape 3-3
    1.840,  // shape 4-1
    -3.024,  // shape 4-2
    -0.349,  // shape 5-1
    -2.251,  // shape 1-0
    -0.420,  // shape 0-1
    -0.427,  // even English frequent
    -0.289,  // even English rare
    -1.111,  // even English number
    -0.298,  // even English mark
    -0.756,  // even English entity
    -0.452,  // even Chinese frequent
    -0.377,  // even Chinese rare
    -0.287,  // even Chinese number
    0.672,  // even Chinese mark
    -0.263,  // even Chinese entity
    0.495,  // ordered English frequent
    0.196,  // ordered English rare
    0.249,  // ordered English number
    -0.673,  // ordered English mark
    -0.095,  // ordered English entity
    0.291,  // ordered Chinese frequent
    0.123,  // ordered Chinese rare
    0.458,  // ordered Chinese number
    1.072,  // ordered Chinese mark
    0.183,  // ordered Chinese entity
    -0.244,  // even English by synonym
    0.287,  // even Chinese by synonym
    0.586,  // ordered English by synonym
    1.073,  // ordered Chinese by synonym
    -0.167,  // even English by character
    -0.028,  // even Chinese by character
    0.413,  // ordered English by character
    0.170,  // ordered Chinese by character
    0.130,  // even English by induced
    0.362,  // even Chinese by induced
    0.141,  // ordered English by induced
    0.123,  // ordered Chinese by induced
    -0.148,  // misfit
    -0.500,  // distance
    -0.450,  // misfit root
    -0.196,  // fitted misfit
    0.178,  // tokens Chinese
    0.093,  // tokens English
    1.451,  // weakest Chinese
    0.823,  // weakest English
    0.596,  // omitted Chinese length
    -0.058,  // omitted English length
    2.044,  // omitted Chinese gain
    0.625,  // omitted English gain
    4.079,  // omitted Chinese open
    -0.059,  // omitted English open
    0.000,  // omitted Chinese empty
    0.000,  // omitted English empty
    2.906,  // omitted Chinese neighbours
    1.062,  // omitted English neighbours
    0.728,  // omitted Chinese rate
    0.717,  // omitted English rate
    -1.322,  // omitted Chinese wide
    4.456,  // omitted English wide
    -0.269,  // crossing forward
    0.059,  // crossing backward
    -0.144,  // draft probability
    -5.125,  // small letter next
    3.003,  // both question
    0.418,  // Chinese question
    1.283,  // English question
    -1.077,  // both exclamation
    -1.039,  // Chinese exclamation
    0.091,  // English exclamation
    0.000,  // both ellipsis
    -1.679,  // Chinese ellipsis
    0.000,  // English ellipsis
    0.850,  // both colon
    -2.799,  // Chinese colon
    -1.660,  // English colon
    -0.115,  // both pause
    -1.830,  // Chinese pause
    0.069,  // English pause
    3.660,  // both letter
    -0.167,  // Chinese letter
    1.486,  // English letter
    2.841,  // both closing quote
    -1.335,  // Chinese closing quote
    0.809,  // English closing quote
    1.181,  // both inside quote
    1.094,  // Chinese inside quote
    0.116,  // English inside quote
    0.003,  // both opening quote
    -0.017,  // Chinese opening quote
    0.064,  // English opening quote
    0.000,  // both paragraph
    0.000,  // Chinese paragraph
    0.000,  // English paragraph
  ]
  package static let withoutDictionary: [Float] = [
    0.763,  // lexical
    0.110,  // length
    0.219,  // joins
    0.723,  // fitted prior
    1.240,  // shape 1-1
    0.083,  // shape 1-2
    -0.860,  // shape 1-3
    -1.221,  // shape 1-4
    -4.379,  // shape 1-5
    1.953,  // shape 2-1
    -0.093,  // shape 2-2
    -0.634,  // shape 2-3
    -2.175,  // shape 2-4
    1.705,  // shape 3-1
    -0.824,  // shape 3-2
    0.317,  // shape 3-3
    0.879,  // shape 4-1
    -2.577,  // shape 4-2
    -2.479,  // shape 5-1
    -4.773,  // shape 1-0
    -0.806,  // shape 0-1
    -0.433,  // even English frequent
    -0.509,  // even English rare
    -0.912,  // even English number
    -0.173,  // even English mark
    -0.766,  // even English entity
    -0.812,  // even Chinese frequent
    -0.272,  // even Chinese rare
    -0.359,  // even Chinese number
    -0.473,  // even Chinese mark
    -0.454,  // even Chinese entity
    0.305,  // ordered English frequent
    -0.065,  // ordered English rare
    0.178,  // ordered English number
    0.652,  // ordered English mark
    0.172,  // ordered English entity
    0.566,  // ordered Chinese frequent
    0.017,  // ordered Chinese rare
    0.343,  // ordered Chinese number
    0.545,  // ordered Chinese mark
    0.242,  // ordered Chinese entity
    0.000,  // even English by synonym
    0.000,  // even Chinese by synonym
    0.000,  // ordered English by synonym
    0.000,  // ordered Chinese by synonym
    0.000,  // even English by character
    0.000,  // even Chinese by character
    0.000,  // ordered English by character
    0.000,  // ordered Chinese by character
    -0.499,  // even English by induced
    -0.453,  // even Chinese by induced
    0.136,  // ordered English by induced
    0.243,  // ordered Chinese by induced
    -0.032,  // misfit
    -0.389,  // distance
    -0.437,  // misfit root
    -0.316,  // fitted misfit
    0.379,  // tokens Chinese
    0.704,  // tokens English
    0.035,  // weakest Chinese
    0.381,  // weakest English
    0.830,  // omitted Chinese length
    -0.518,  // omitted English length
    1.162,  // omitted Chinese gain
    0.346,  // omitted English gain
    2.583,  // omitted Chinese open
    -2.810,  // omitted English open
    0.000,  // omitted Chinese empty
    0.000,  // omitted English empty
    1.620,  // omitted Chinese neighbours
    14514.380,  // omitted English neighbours
    0.159,  // omitted Chinese rate
    0.259,  // omitted English rate
    0.465,  // omitted Chinese wide
    2.690,  // omitted English wide
    0.009,  // crossing forward
    0.035,  // crossing backward
    -0.137,  // draft probability
    -3.920,  // small letter next
    1.667,  // both question
    -0.405,  // Chinese question
    1.531,  // English question
    -1.201,  // both exclamation
    -1.432,  // Chinese exclamation
    0.420,  // English exclamation
    0.000,  // both ellipsis
    -4.192,  // Chinese ellipsis
    0.000,  // English ellipsis
    6.031,  // both colon
    -3.153,  // Chinese colon
    1.155,  // English colon
    -2.063,  // both pause
    -2.421,  // Chinese pause
    -0.611,  // English pause
    1.905,  // both letter
    -0.832,  // Chinese letter
    0.689,  // English letter
    2.757,  // both closing quote
    -1.580,  // Chinese closing quote
    0.828,  // English closing quote
    0.019,  // both inside quote
    -0.042,  // Chinese inside quote
    0.206,  // English inside quote
    1.790,  // both opening quote
    -0.415,  // Chinese opening quote
    -1.213,  // English opening quote
    0.000,  // both paragraph
    0.000,  // Chinese paragraph
    0.000,  // English paragraph
  ]
}
