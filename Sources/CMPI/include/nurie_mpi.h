// What Nurie needs of MPI. Swift cannot read MPI's own header, in which the communicator and the types are casts of addresses in
// macros, other ones in each implementation; so no type of MPI stands here, and either implementation is a matter of linking.
#ifndef NURIE_MPI_H
#define NURIE_MPI_H

/// Bytes that one process sends to another, or room for those that it gets from it.
typedef struct {
    void *bytes;
    long long count;
    int peer;
    int is_sent;
} nurie_mpi_transfer;

/// Starts MPI, for calls from any thread but one at a time, and tells who this process is; another value than 0 is an error.
int nurie_mpi_start(int *rank, int *count);

/// Makes all of the transfers and returns when they are done. While it waits it sleeps for `pause` nanoseconds again and again, and
/// so leaves the processor to those who compute.
int nurie_mpi_exchange(const nurie_mpi_transfer *transfers, int count, long pause);

/// The words for an error; they stay until the next call.
const char *nurie_mpi_message(int error);

/// Ends MPI, when all processes have come here.
void nurie_mpi_finish(void);

/// Ends all processes, now.
void nurie_mpi_abort(int status);

#endif
