// Made by tools/measure-aligner train; do not edit.

/// What each feature of a bead weighs, in the order of ``BeadFeature/names``.
package enum BeadWeights {
  package static let withDictionary: [Float] = [
    0.707,  // lexical
    -0.139,  // length
    1.053,  // joins
    0.935,  // shape 1-1
    0.405,  // shape 1-2
    0.048,  // shape 1-3
    0.143,  // shape 1-4
    -0.052,  // shape 1-5
    0.470,  // shape 2-1
    -0.288,  // shape 2-2
    -0.228,  // shape 2-3
    -0.194,  // shape 2-4
    -0.085,  // shape 3-1
    -0.217,  // shape 3-2
    -0.061,  // shape 3-3
    0.002,  // shape 4-1
    -0.083,  // shape 4-2
    -0.014,  // shape 5-1
    -1.531,  // shape 1-0
    -1.771,  // shape 0-1
    -0.569,  // even English frequent
    -0.570,  // even English rare
    -0.690,  // even English number
    -0.093,  // even English mark
    -0.842,  // even English entity
    -0.399,  // even Chinese frequent
    -0.604,  // even Chinese rare
    -0.264,  // even Chinese number
    0.240,  // even Chinese mark
    -0.398,  // even Chinese entity
    0.490,  // ordered English frequent
    0.315,  // ordered English rare
    0.042,  // ordered English number
    -0.004,  // ordered English mark
    -0.075,  // ordered English entity
    0.161,  // ordered Chinese frequent
    0.200,  // ordered Chinese rare
    0.269,  // ordered Chinese number
    0.435,  // ordered Chinese mark
    0.204,  // ordered Chinese entity
    0.202,  // even English by synonym
    0.226,  // even Chinese by synonym
    0.396,  // ordered English by synonym
    0.543,  // ordered Chinese by synonym
    0.339,  // even English by induced
    0.502,  // even Chinese by induced
    0.104,  // ordered English by induced
    -0.061,  // ordered Chinese by induced
    -0.055,  // misfit
    -0.308,  // distance
    -0.255,  // misfit root
    -0.190,  // fitted misfit
    0.286,  // tokens Chinese
    0.206,  // tokens English
    0.113,  // weakest Chinese
    -0.151,  // weakest English
    0.630,  // omitted Chinese length
    0.232,  // omitted English length
    0.242,  // omitted Chinese gain
    0.256,  // omitted English gain
    0.579,  // omitted Chinese open
    -0.055,  // omitted English open
    0.724,  // omitted Chinese neighbours
    0.070,  // omitted English neighbours
    0.497,  // omitted Chinese rate
    0.122,  // omitted English rate
    0.177,  // omitted Chinese wide
    0.311,  // omitted English wide
    -0.020,  // crossing forward
    0.057,  // crossing backward
    0.000,  // draft probability
    -0.296,  // small letter next
    0.622,  // both question
    -0.292,  // Chinese question
    -0.243,  // English question
    0.365,  // both exclamation
    -0.392,  // Chinese exclamation
    -0.183,  // English exclamation
    0.400,  // both ellipsis
    -0.417,  // Chinese ellipsis
    -0.400,  // English ellipsis
    0.399,  // both colon
    -0.670,  // Chinese colon
    -0.482,  // English colon
    0.260,  // both pause
    -0.574,  // Chinese pause
    -0.459,  // English pause
    0.491,  // both letter
    -0.722,  // Chinese letter
    -0.218,  // English letter
    0.928,  // both closing quote
    -0.925,  // Chinese closing quote
    -0.209,  // English closing quote
    0.499,  // both inside quote
    -0.213,  // Chinese inside quote
    -0.156,  // English inside quote
    0.416,  // both opening quote
    -0.372,  // Chinese opening quote
    -0.169,  // English opening quote
    0.400,  // both paragraph
    -0.400,  // Chinese paragraph
    -0.400,  // English paragraph
  ]
  package static let withoutDictionary: [Float] = [
    0.712,  // lexical
    -0.189,  // length
    0.971,  // joins
    1.653,  // shape 1-1
    0.799,  // shape 1-2
    0.222,  // shape 1-3
    0.089,  // shape 1-4
    -0.101,  // shape 1-5
    1.125,  // shape 2-1
    -0.254,  // shape 2-2
    -0.304,  // shape 2-3
    -0.380,  // shape 2-4
    0.199,  // shape 3-1
    -0.475,  // shape 3-2
    -0.270,  // shape 3-3
    -0.034,  // shape 4-1
    -0.235,  // shape 4-2
    -0.021,  // shape 5-1
    -2.216,  // shape 1-0
    -1.864,  // shape 0-1
    -0.072,  // even English frequent
    -0.248,  // even English rare
    -0.691,  // even English number
    -0.222,  // even English mark
    -0.778,  // even English entity
    -0.195,  // even Chinese frequent
    -0.239,  // even Chinese rare
    -0.378,  // even Chinese number
    -0.110,  // even Chinese mark
    -0.467,  // even Chinese entity
    0.086,  // ordered English frequent
    0.041,  // ordered English rare
    0.247,  // ordered English number
    0.337,  // ordered English mark
    0.158,  // ordered English entity
    0.071,  // ordered Chinese frequent
    0.035,  // ordered Chinese rare
    0.301,  // ordered Chinese number
    0.429,  // ordered Chinese mark
    0.338,  // ordered Chinese entity
    0.000,  // even English by synonym
    0.000,  // even Chinese by synonym
    0.000,  // ordered English by synonym
    0.000,  // ordered Chinese by synonym
    -0.560,  // even English by induced
    -0.556,  // even Chinese by induced
    0.229,  // ordered English by induced
    0.278,  // ordered Chinese by induced
    -0.333,  // misfit
    -0.301,  // distance
    -0.211,  // misfit root
    -0.200,  // fitted misfit
    0.124,  // tokens Chinese
    0.189,  // tokens English
    0.024,  // weakest Chinese
    0.037,  // weakest English
    0.527,  // omitted Chinese length
    0.458,  // omitted English length
    0.573,  // omitted Chinese gain
    0.334,  // omitted English gain
    0.518,  // omitted Chinese open
    -0.126,  // omitted English open
    0.004,  // omitted Chinese neighbours
    -0.013,  // omitted English neighbours
    0.279,  // omitted Chinese rate
    0.429,  // omitted English rate
    0.439,  // omitted Chinese wide
    0.712,  // omitted English wide
    0.137,  // crossing forward
    0.088,  // crossing backward
    -0.084,  // draft probability
    -0.440,  // small letter next
    0.512,  // both question
    -0.445,  // Chinese question
    -0.235,  // English question
    0.383,  // both exclamation
    -0.501,  // Chinese exclamation
    -0.281,  // English exclamation
    0.400,  // both ellipsis
    -0.446,  // Chinese ellipsis
    -0.400,  // English ellipsis
    0.447,  // both colon
    -0.560,  // Chinese colon
    -0.419,  // English colon
    0.133,  // both pause
    -0.868,  // Chinese pause
    -0.643,  // English pause
    0.536,  // both letter
    -0.701,  // Chinese letter
    -0.241,  // English letter
    0.846,  // both closing quote
    -0.929,  // Chinese closing quote
    -0.286,  // English closing quote
    0.369,  // both inside quote
    -0.359,  // Chinese inside quote
    0.038,  // English inside quote
    0.463,  // both opening quote
    -0.464,  // Chinese opening quote
    -0.583,  // English opening quote
    0.400,  // both paragraph
    -0.400,  // Chinese paragraph
    -0.400,  // English paragraph
  ]
}
