// Made by tools/train-aligner; do not edit.

/// What each feature of a bead weighs, in the order of ``BeadFeature/names``.
package enum BeadWeights {
  package static let withDictionary: [Float] = [
    0.774,  // lexical
    -0.201,  // length
    0.118,  // joins
    0.816,  // fitted prior
    0.217,  // shape 1-1
    -0.449,  // shape 1-2
    -0.846,  // shape 1-3
    -0.770,  // shape 1-4
    -1.646,  // shape 1-5
    1.251,  // shape 2-1
    -0.506,  // shape 2-2
    -1.227,  // shape 2-3
    -1.223,  // shape 2-4
    1.878,  // shape 3-1
    0.165,  // shape 3-2
    0.977,  // shape 3-3
    2.491,  // shape 4-1
    -3.625,  // shape 4-2
    -0.828,  // shape 5-1
    -2.052,  // shape 1-0
    -0.305,  // shape 0-1
    -0.547,  // even English frequent
    -0.432,  // even English rare
    -1.552,  // even English number
    -0.102,  // even English mark
    -0.837,  // even English entity
    -0.477,  // even Chinese frequent
    -0.506,  // even Chinese rare
    -0.281,  // even Chinese number
    0.769,  // even Chinese mark
    -0.261,  // even Chinese entity
    0.561,  // ordered English frequent
    0.283,  // ordered English rare
    0.369,  // ordered English number
    -0.982,  // ordered English mark
    -0.241,  // ordered English entity
    0.256,  // ordered Chinese frequent
    0.164,  // ordered Chinese rare
    0.653,  // ordered Chinese number
    1.203,  // ordered Chinese mark
    0.264,  // ordered Chinese entity
    -0.256,  // even English by synonym
    0.276,  // even Chinese by synonym
    0.497,  // ordered English by synonym
    1.200,  // ordered Chinese by synonym
    -0.268,  // even English by character
    0.040,  // even Chinese by character
    0.486,  // ordered English by character
    0.089,  // ordered Chinese by character
    0.140,  // even English by induced
    0.503,  // even Chinese by induced
    0.151,  // ordered English by induced
    0.064,  // ordered Chinese by induced
    -0.155,  // misfit
    -0.470,  // distance
    -0.455,  // misfit root
    -0.209,  // fitted misfit
    0.313,  // tokens Chinese
    0.161,  // tokens English
    1.209,  // weakest Chinese
    0.437,  // weakest English
    0.717,  // omitted Chinese length
    -0.066,  // omitted English length
    1.533,  // omitted Chinese gain
    0.525,  // omitted English gain
    4.149,  // omitted Chinese open
    -0.005,  // omitted English open
    0.000,  // omitted Chinese empty
    0.000,  // omitted English empty
    3.133,  // omitted Chinese neighbours
    1.151,  // omitted English neighbours
    0.717,  // omitted Chinese rate
    0.684,  // omitted English rate
    -1.028,  // omitted Chinese wide
    3.862,  // omitted English wide
    -0.293,  // crossing forward
    0.017,  // crossing backward
    -0.113,  // draft probability
    -4.807,  // small letter next
    3.254,  // both question
    0.391,  // Chinese question
    1.407,  // English question
    -1.284,  // both exclamation
    -1.268,  // Chinese exclamation
    0.061,  // English exclamation
    0.000,  // both ellipsis
    -2.108,  // Chinese ellipsis
    0.000,  // English ellipsis
    0.816,  // both colon
    -3.089,  // Chinese colon
    -1.629,  // English colon
    -0.031,  // both pause
    -2.026,  // Chinese pause
    0.092,  // English pause
    3.798,  // both letter
    -0.253,  // Chinese letter
    1.648,  // English letter
    2.897,  // both closing quote
    -1.353,  // Chinese closing quote
    1.039,  // English closing quote
    1.218,  // both inside quote
    1.162,  // Chinese inside quote
    0.132,  // English inside quote
    0.154,  // both opening quote
    0.103,  // Chinese opening quote
    0.057,  // English opening quote
    0.000,  // both paragraph
    0.000,  // Chinese paragraph
    0.000,  // English paragraph
  ]
  package static let withoutDictionary: [Float] = [
    0.739,  // lexical
    -0.039,  // length
    0.122,  // joins
    0.707,  // fitted prior
    1.214,  // shape 1-1
    -0.351,  // shape 1-2
    -1.750,  // shape 1-3
    -2.542,  // shape 1-4
    -6.697,  // shape 1-5
    2.159,  // shape 2-1
    -0.393,  // shape 2-2
    -1.388,  // shape 2-3
    -3.439,  // shape 2-4
    2.014,  // shape 3-1
    -1.020,  // shape 3-2
    -0.131,  // shape 3-3
    1.395,  // shape 4-1
    -4.056,  // shape 4-2
    -5.487,  // shape 5-1
    -4.600,  // shape 1-0
    -0.898,  // shape 0-1
    -0.471,  // even English frequent
    -0.766,  // even English rare
    -1.118,  // even English number
    -0.240,  // even English mark
    -0.861,  // even English entity
    -1.198,  // even Chinese frequent
    -0.327,  // even Chinese rare
    -0.409,  // even Chinese number
    -0.533,  // even Chinese mark
    -0.609,  // even Chinese entity
    0.317,  // ordered English frequent
    -0.022,  // ordered English rare
    0.270,  // ordered English number
    0.632,  // ordered English mark
    0.219,  // ordered English entity
    0.961,  // ordered Chinese frequent
    0.075,  // ordered Chinese rare
    0.454,  // ordered Chinese number
    0.628,  // ordered Chinese mark
    0.315,  // ordered Chinese entity
    0.000,  // even English by synonym
    0.000,  // even Chinese by synonym
    0.000,  // ordered English by synonym
    0.000,  // ordered Chinese by synonym
    0.000,  // even English by character
    0.000,  // even Chinese by character
    0.000,  // ordered English by character
    0.000,  // ordered Chinese by character
    -0.608,  // even English by induced
    -0.587,  // even Chinese by induced
    0.158,  // ordered English by induced
    0.344,  // ordered Chinese by induced
    -0.039,  // misfit
    -0.455,  // distance
    -0.446,  // misfit root
    -0.360,  // fitted misfit
    0.457,  // tokens Chinese
    1.084,  // tokens English
    -0.093,  // weakest Chinese
    0.321,  // weakest English
    0.905,  // omitted Chinese length
    -0.505,  // omitted English length
    1.007,  // omitted Chinese gain
    0.276,  // omitted English gain
    2.715,  // omitted Chinese open
    -3.036,  // omitted English open
    0.000,  // omitted Chinese empty
    0.000,  // omitted English empty
    3.302,  // omitted Chinese neighbours
    14548.529,  // omitted English neighbours
    0.108,  // omitted Chinese rate
    0.239,  // omitted English rate
    0.412,  // omitted Chinese wide
    2.578,  // omitted English wide
    -0.024,  // crossing forward
    0.016,  // crossing backward
    -0.115,  // draft probability
    -3.767,  // small letter next
    1.764,  // both question
    -0.338,  // Chinese question
    1.571,  // English question
    -1.313,  // both exclamation
    -1.468,  // Chinese exclamation
    0.272,  // English exclamation
    0.000,  // both ellipsis
    -4.454,  // Chinese ellipsis
    0.000,  // English ellipsis
    7.417,  // both colon
    -3.362,  // Chinese colon
    1.431,  // English colon
    -2.122,  // both pause
    -2.431,  // Chinese pause
    -0.878,  // English pause
    1.803,  // both letter
    -0.828,  // Chinese letter
    0.782,  // English letter
    2.933,  // both closing quote
    -1.730,  // Chinese closing quote
    1.093,  // English closing quote
    -0.109,  // both inside quote
    -0.121,  // Chinese inside quote
    0.189,  // English inside quote
    1.870,  // both opening quote
    -0.370,  // Chinese opening quote
    -1.276,  // English opening quote
    0.000,  // both paragraph
    0.000,  // Chinese paragraph
    0.000,  // English paragraph
  ]
}
