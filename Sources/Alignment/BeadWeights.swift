// Made by tools/measure-aligner train; do not edit.

/// What each feature of a bead weighs, in the order of ``BeadFeature/names``.
package enum BeadWeights {
  package static let withDictionary: [Float] = [
    0.796,  // lexical
    -0.129,  // length
    0.344,  // joins
    0.778,  // fitted prior
    0.288,  // shape 1-1
    -0.253,  // shape 1-2
    -0.399,  // shape 1-3
    -0.140,  // shape 1-4
    -0.945,  // shape 1-5
    0.989,  // shape 2-1
    -0.429,  // shape 2-2
    -0.848,  // shape 2-3
    -1.062,  // shape 2-4
    1.359,  // shape 3-1
    -0.021,  // shape 3-2
    0.701,  // shape 3-3
    1.828,  // shape 4-1
    -2.915,  // shape 4-2
    -0.375,  // shape 5-1
    -2.105,  // shape 1-0
    -0.431,  // shape 0-1
    -0.460,  // even English frequent
    -0.357,  // even English rare
    -1.042,  // even English number
    -0.166,  // even English mark
    -0.824,  // even English entity
    -0.523,  // even Chinese frequent
    -0.427,  // even Chinese rare
    -0.328,  // even Chinese number
    0.887,  // even Chinese mark
    -0.376,  // even Chinese entity
    0.518,  // ordered English frequent
    0.224,  // ordered English rare
    0.227,  // ordered English number
    -0.750,  // ordered English mark
    0.004,  // ordered English entity
    0.299,  // ordered Chinese frequent
    0.147,  // ordered Chinese rare
    0.384,  // ordered Chinese number
    0.905,  // ordered Chinese mark
    0.237,  // ordered Chinese entity
    0.131,  // even English by synonym
    0.240,  // even Chinese by synonym
    0.546,  // ordered English by synonym
    1.242,  // ordered Chinese by synonym
    0.160,  // even English by induced
    0.394,  // even Chinese by induced
    0.126,  // ordered English by induced
    0.107,  // ordered Chinese by induced
    -0.119,  // misfit
    -0.755,  // distance
    -0.646,  // misfit root
    -0.178,  // fitted misfit
    0.190,  // tokens Chinese
    0.154,  // tokens English
    1.606,  // weakest Chinese
    0.853,  // weakest English
    0.562,  // omitted Chinese length
    -0.038,  // omitted English length
    1.444,  // omitted Chinese gain
    1.638,  // omitted English gain
    3.926,  // omitted Chinese open
    -0.056,  // omitted English open
    2.902,  // omitted Chinese neighbours
    0.672,  // omitted English neighbours
    0.694,  // omitted Chinese rate
    0.680,  // omitted English rate
    -0.817,  // omitted Chinese wide
    2.417,  // omitted English wide
    -0.256,  // crossing forward
    0.021,  // crossing backward
    -0.129,  // draft probability
    -4.671,  // small letter next
    2.987,  // both question
    0.606,  // Chinese question
    1.484,  // English question
    -0.959,  // both exclamation
    -0.899,  // Chinese exclamation
    0.112,  // English exclamation
    0.000,  // both ellipsis
    -1.628,  // Chinese ellipsis
    0.000,  // English ellipsis
    0.518,  // both colon
    -3.226,  // Chinese colon
    -1.679,  // English colon
    -0.069,  // both pause
    -1.757,  // Chinese pause
    -0.075,  // English pause
    3.960,  // both letter
    -0.210,  // Chinese letter
    1.614,  // English letter
    2.562,  // both closing quote
    -1.628,  // Chinese closing quote
    1.791,  // English closing quote
    1.174,  // both inside quote
    0.972,  // Chinese inside quote
    0.210,  // English inside quote
    1.150,  // both opening quote
    0.316,  // Chinese opening quote
    -0.087,  // English opening quote
    0.000,  // both paragraph
    0.000,  // Chinese paragraph
    0.000,  // English paragraph
  ]
  package static let withoutDictionary: [Float] = [
    0.755,  // lexical
    0.148,  // length
    0.240,  // joins
    0.671,  // fitted prior
    1.253,  // shape 1-1
    0.110,  // shape 1-2
    -0.777,  // shape 1-3
    -1.310,  // shape 1-4
    -4.487,  // shape 1-5
    1.885,  // shape 2-1
    -0.129,  // shape 2-2
    -0.928,  // shape 2-3
    -2.443,  // shape 2-4
    1.883,  // shape 3-1
    -0.760,  // shape 3-2
    -0.361,  // shape 3-3
    1.507,  // shape 4-1
    -2.776,  // shape 4-2
    -2.996,  // shape 5-1
    -5.008,  // shape 1-0
    -1.408,  // shape 0-1
    -0.427,  // even English frequent
    -0.549,  // even English rare
    -0.924,  // even English number
    -0.317,  // even English mark
    -0.831,  // even English entity
    -0.824,  // even Chinese frequent
    -0.259,  // even Chinese rare
    -0.407,  // even Chinese number
    -0.195,  // even Chinese mark
    -0.435,  // even Chinese entity
    0.347,  // ordered English frequent
    -0.073,  // ordered English rare
    0.256,  // ordered English number
    0.419,  // ordered English mark
    0.166,  // ordered English entity
    0.557,  // ordered Chinese frequent
    0.055,  // ordered Chinese rare
    0.335,  // ordered Chinese number
    0.477,  // ordered Chinese mark
    0.285,  // ordered Chinese entity
    0.000,  // even English by synonym
    0.000,  // even Chinese by synonym
    0.000,  // ordered English by synonym
    0.000,  // ordered Chinese by synonym
    -0.527,  // even English by induced
    -0.508,  // even Chinese by induced
    0.152,  // ordered English by induced
    0.262,  // ordered Chinese by induced
    -0.022,  // misfit
    -0.545,  // distance
    -0.551,  // misfit root
    -0.294,  // fitted misfit
    0.517,  // tokens Chinese
    0.562,  // tokens English
    0.107,  // weakest Chinese
    0.282,  // weakest English
    0.913,  // omitted Chinese length
    -0.431,  // omitted English length
    1.070,  // omitted Chinese gain
    0.153,  // omitted English gain
    3.094,  // omitted Chinese open
    -3.489,  // omitted English open
    1.796,  // omitted Chinese neighbours
    15169.698,  // omitted English neighbours
    0.126,  // omitted Chinese rate
    0.247,  // omitted English rate
    0.636,  // omitted Chinese wide
    2.419,  // omitted English wide
    -0.004,  // crossing forward
    0.049,  // crossing backward
    -0.132,  // draft probability
    -3.794,  // small letter next
    1.928,  // both question
    -0.144,  // Chinese question
    1.186,  // English question
    -0.877,  // both exclamation
    -1.036,  // Chinese exclamation
    0.330,  // English exclamation
    0.000,  // both ellipsis
    -3.303,  // Chinese ellipsis
    0.000,  // English ellipsis
    6.531,  // both colon
    -3.294,  // Chinese colon
    0.941,  // English colon
    -1.703,  // both pause
    -2.280,  // Chinese pause
    -0.802,  // English pause
    2.553,  // both letter
    -0.648,  // Chinese letter
    0.784,  // English letter
    2.280,  // both closing quote
    -1.950,  // Chinese closing quote
    1.156,  // English closing quote
    0.022,  // both inside quote
    -0.203,  // Chinese inside quote
    0.381,  // English inside quote
    0.946,  // both opening quote
    -0.689,  // Chinese opening quote
    -1.197,  // English opening quote
    0.000,  // both paragraph
    0.000,  // Chinese paragraph
    0.000,  // English paragraph
  ]
}
