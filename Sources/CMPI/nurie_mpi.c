// Plain builds compile this file too, and know no MPI.
#ifdef NURIE_MPI

#include "nurie_mpi.h"

#include <mpi.h>
#include <stdlib.h>
#include <time.h>

int nurie_mpi_start(int *rank, int *count) {
    int provided, error = MPI_Init_thread(NULL, NULL, MPI_THREAD_SERIALIZED, &provided);
    if (error != MPI_SUCCESS) return error;
    if (provided < MPI_THREAD_SERIALIZED) return MPI_ERR_UNSUPPORTED_OPERATION;
    MPI_Comm_set_errhandler(MPI_COMM_WORLD, MPI_ERRORS_RETURN);
    error = MPI_Comm_rank(MPI_COMM_WORLD, rank);
    return error != MPI_SUCCESS ? error : MPI_Comm_size(MPI_COMM_WORLD, count);
}

// MPI counts with an int.
static const long long longest = 1 << 30;

static int pieces(const nurie_mpi_transfer *transfer) {
    return (int)((transfer->count + longest - 1) / longest);
}

/// Begins a transfer; its requests go into `requests`.
static int begin(const nurie_mpi_transfer *transfer, MPI_Request *requests) {
    int error = MPI_SUCCESS;
    for (int piece = 0; piece < pieces(transfer) && error == MPI_SUCCESS; piece++) {
        char *bytes = (char *)transfer->bytes + piece * longest;
        long long left = transfer->count - piece * longest;
        int count = (int)(left < longest ? left : longest);
        error = transfer->is_sent
            ? MPI_Isend(bytes, count, MPI_BYTE, transfer->peer, 0, MPI_COMM_WORLD, &requests[piece])
            : MPI_Irecv(bytes, count, MPI_BYTE, transfer->peer, 0, MPI_COMM_WORLD, &requests[piece]);
    }
    return error;
}

int nurie_mpi_exchange(const nurie_mpi_transfer *transfers, int count, long pause) {
    int total = 0, begun = 0, error = MPI_SUCCESS, done = 0;
    for (int i = 0; i < count; i++) total += pieces(&transfers[i]);
    MPI_Request *requests = malloc((size_t)(total > 0 ? total : 1) * sizeof *requests);
    if (requests == NULL) return MPI_ERR_NO_MEM;
    for (int i = 0; i < total; i++) requests[i] = MPI_REQUEST_NULL;
    for (int i = 0; i < count && error == MPI_SUCCESS; i++) {
        error = begin(&transfers[i], requests + begun);
        begun += pieces(&transfers[i]);
    }
    while (error == MPI_SUCCESS) {
        error = MPI_Testall(total, requests, &done, MPI_STATUSES_IGNORE);
        if (done) break;
        nanosleep(&(struct timespec){0, pause}, NULL);
    }
    free(requests);
    return error;
}

const char *nurie_mpi_message(int error) {
    static char message[MPI_MAX_ERROR_STRING];
    int length;
    return MPI_Error_string(error, message, &length) == MPI_SUCCESS ? message : "an unknown error";
}

void nurie_mpi_finish(void) { MPI_Finalize(); }

void nurie_mpi_abort(int status) { MPI_Abort(MPI_COMM_WORLD, status); }

#else

// A file of C holds something.
typedef int nurie_mpi_is_left_out;

#endif
