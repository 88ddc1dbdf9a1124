// Made by tools/measure-aligner train; do not edit.

/// What each feature of a bead weighs, in the order of ``BeadFeature/names``.
package enum BeadWeights {
  package static let withDictionary: [Float] = [
    0.743,  // lexical
    0.024,  // length
    1.026,  // joins
    0.783,  // fitted prior
    0.221,  // shape 1-1
    0.034,  // shape 1-2
    -0.001,  // shape 1-3
    0.158,  // shape 1-4
    -0.020,  // shape 1-5
    0.382,  // shape 2-1
    -0.154,  // shape 2-2
    -0.245,  // shape 2-3
    -0.034,  // shape 2-4
    -0.035,  // shape 3-1
    -0.100,  // shape 3-2
    0.054,  // shape 3-3
    0.017,  // shape 4-1
    -0.089,  // shape 4-2
    -0.006,  // shape 5-1
    -1.729,  // shape 1-0
    -1.777,  // shape 0-1
    -0.386,  // even English frequent
    -0.476,  // even English rare
    -0.610,  // even English number
    -0.093,  // even English mark
    -0.678,  // even English entity
    -0.340,  // even Chinese frequent
    -0.539,  // even Chinese rare
    -0.238,  // even Chinese number
    0.235,  // even Chinese mark
    -0.333,  // even Chinese entity
    0.537,  // ordered English frequent
    0.346,  // ordered English rare
    0.088,  // ordered English number
    -0.032,  // ordered English mark
    -0.060,  // ordered English entity
    0.152,  // ordered Chinese frequent
    0.222,  // ordered Chinese rare
    0.272,  // ordered Chinese number
    0.444,  // ordered Chinese mark
    0.225,  // ordered Chinese entity
    0.161,  // even English by synonym
    0.321,  // even Chinese by synonym
    0.326,  // ordered English by synonym
    0.620,  // ordered Chinese by synonym
    0.291,  // even English by induced
    0.429,  // even Chinese by induced
    0.125,  // ordered English by induced
    0.029,  // ordered Chinese by induced
    0.016,  // misfit
    -0.368,  // distance
    -0.350,  // misfit root
    -0.234,  // fitted misfit
    0.241,  // tokens Chinese
    0.113,  // tokens English
    0.161,  // weakest Chinese
    -0.021,  // weakest English
    0.372,  // omitted Chinese length
    0.223,  // omitted English length
    0.192,  // omitted Chinese gain
    0.188,  // omitted English gain
    0.537,  // omitted Chinese open
    -0.066,  // omitted English open
    0.655,  // omitted Chinese neighbours
    0.039,  // omitted English neighbours
    0.735,  // omitted Chinese rate
    0.417,  // omitted English rate
    0.076,  // omitted Chinese wide
    0.238,  // omitted English wide
    -0.182,  // crossing forward
    -0.093,  // crossing backward
    -0.139,  // draft probability
    -0.336,  // small letter next
    0.651,  // both question
    -0.290,  // Chinese question
    -0.261,  // English question
    0.341,  // both exclamation
    -0.389,  // Chinese exclamation
    -0.203,  // English exclamation
    0.400,  // both ellipsis
    -0.398,  // Chinese ellipsis
    -0.400,  // English ellipsis
    0.405,  // both colon
    -0.687,  // Chinese colon
    -0.463,  // English colon
    0.307,  // both pause
    -0.593,  // Chinese pause
    -0.549,  // English pause
    0.486,  // both letter
    -0.705,  // Chinese letter
    -0.256,  // English letter
    0.956,  // both closing quote
    -0.868,  // Chinese closing quote
    -0.221,  // English closing quote
    0.475,  // both inside quote
    -0.197,  // Chinese inside quote
    -0.340,  // English inside quote
    0.410,  // both opening quote
    -0.367,  // Chinese opening quote
    -0.081,  // English opening quote
    0.400,  // both paragraph
    -0.400,  // Chinese paragraph
    -0.400,  // English paragraph
  ]
  package static let withoutDictionary: [Float] = [
    0.715,  // lexical
    0.181,  // length
    0.955,  // joins
    0.842,  // fitted prior
    0.691,  // shape 1-1
    0.288,  // shape 1-2
    0.072,  // shape 1-3
    0.116,  // shape 1-4
    -0.041,  // shape 1-5
    0.967,  // shape 2-1
    -0.154,  // shape 2-2
    -0.302,  // shape 2-3
    -0.116,  // shape 2-4
    0.289,  // shape 3-1
    -0.437,  // shape 3-2
    -0.028,  // shape 3-3
    -0.035,  // shape 4-1
    -0.204,  // shape 4-2
    -0.012,  // shape 5-1
    -2.355,  // shape 1-0
    -1.893,  // shape 0-1
    -0.077,  // even English frequent
    -0.288,  // even English rare
    -0.710,  // even English number
    -0.167,  // even English mark
    -0.797,  // even English entity
    -0.211,  // even Chinese frequent
    -0.275,  // even Chinese rare
    -0.430,  // even Chinese number
    -0.105,  // even Chinese mark
    -0.528,  // even Chinese entity
    0.102,  // ordered English frequent
    0.023,  // ordered English rare
    0.243,  // ordered English number
    0.369,  // ordered English mark
    0.177,  // ordered English entity
    0.086,  // ordered Chinese frequent
    0.015,  // ordered Chinese rare
    0.304,  // ordered Chinese number
    0.433,  // ordered Chinese mark
    0.332,  // ordered Chinese entity
    0.000,  // even English by synonym
    0.000,  // even Chinese by synonym
    0.000,  // ordered English by synonym
    0.000,  // ordered Chinese by synonym
    -0.597,  // even English by induced
    -0.622,  // even Chinese by induced
    0.199,  // ordered English by induced
    0.341,  // ordered Chinese by induced
    -0.090,  // misfit
    -0.241,  // distance
    -0.265,  // misfit root
    -0.266,  // fitted misfit
    0.115,  // tokens Chinese
    0.152,  // tokens English
    0.020,  // weakest Chinese
    0.012,  // weakest English
    0.363,  // omitted Chinese length
    0.430,  // omitted English length
    0.493,  // omitted Chinese gain
    0.331,  // omitted English gain
    0.480,  // omitted Chinese open
    -0.152,  // omitted English open
    0.001,  // omitted Chinese neighbours
    -0.013,  // omitted English neighbours
    0.365,  // omitted Chinese rate
    0.572,  // omitted English rate
    0.400,  // omitted Chinese wide
    0.682,  // omitted English wide
    0.041,  // crossing forward
    0.009,  // crossing backward
    -0.112,  // draft probability
    -0.440,  // small letter next
    0.503,  // both question
    -0.435,  // Chinese question
    -0.264,  // English question
    0.382,  // both exclamation
    -0.474,  // Chinese exclamation
    -0.279,  // English exclamation
    0.400,  // both ellipsis
    -0.455,  // Chinese ellipsis
    -0.400,  // English ellipsis
    0.466,  // both colon
    -0.585,  // Chinese colon
    -0.448,  // English colon
    0.135,  // both pause
    -0.879,  // Chinese pause
    -0.643,  // English pause
    0.560,  // both letter
    -0.707,  // Chinese letter
    -0.291,  // English letter
    0.773,  // both closing quote
    -0.912,  // Chinese closing quote
    -0.258,  // English closing quote
    0.343,  // both inside quote
    -0.330,  // Chinese inside quote
    -0.125,  // English inside quote
    0.454,  // both opening quote
    -0.470,  // Chinese opening quote
    -0.594,  // English opening quote
    0.400,  // both paragraph
    -0.400,  // Chinese paragraph
    -0.400,  // English paragraph
  ]
}
