#include <cblas.h>

/// The types of the functions that TensorCore looks up in the library.
typedef __typeof__(&cblas_sgemm) nurie_sgemm_function;
typedef __typeof__(&openblas_get_corename) nurie_corename_function;
