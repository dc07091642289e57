// The C++ that Swift cannot call: gnuplot-iostream sends the commands. The process is started and waited for here,
// because the library starts it through a shell, is silent when there is no gnuplot, and hides its exit status.

#include "CGnuplot.h"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <string>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include <fontconfig/fontconfig.h>
#include <gnuplot-iostream.h>

namespace {

/// Keeps a gnuplot that died early from ending this process when it is written to.
class BrokenPipeIgnored {
public:
    BrokenPipeIgnored() {
        sigemptyset(&broken_pipe);
        sigaddset(&broken_pipe, SIGPIPE);
        pthread_sigmask(SIG_BLOCK, &broken_pipe, &before);
    }

    ~BrokenPipeIgnored() {
        // Who had blocked it before deals with it.
        if (!sigismember(&before, SIGPIPE)) {
            const timespec now = {0, 0};
            while (sigtimedwait(&broken_pipe, nullptr, &now) == -1 && errno == EINTR) {}
            pthread_sigmask(SIG_SETMASK, &before, nullptr);
        }
    }

private:
    sigset_t broken_pipe, before;
};

/// Starts gnuplot with `input` as its standard input and `output` for all it prints; returns an errno.
///
/// Not by `posix_spawn`, which cannot ask the system to end the child with us. After `fork` the child calls only what may be
/// called in a program of several threads.
int start(const char *executable, const char *folder, int input, int output, pid_t *process) {
    int report[2];
    if (pipe2(report, O_CLOEXEC) != 0) return errno;
    const pid_t parent = getpid();
    const pid_t child = fork();
    if (child == 0) {
        char option[] = "--default-settings";
        char *arguments[] = {const_cast<char *>(executable), option, nullptr};
        sigset_t none;
        sigemptyset(&none);
        sigprocmask(SIG_SETMASK, &none, nullptr);
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() == parent && dup2(input, STDIN_FILENO) != -1 && dup2(output, STDOUT_FILENO) != -1 &&
            dup2(output, STDERR_FILENO) != -1 && chdir(folder) == 0) {
            execve(executable, arguments, environ);
        }
        const int problem = errno;
        // Nobody is left to tell when this fails too.
        if (write(report[1], &problem, sizeof problem) != sizeof problem) _exit(126);
        _exit(127);
    }
    int problem = child == -1 ? errno : 0;
    close(report[1]);
    if (child != -1) {
        // The pipe closes when gnuplot runs; before that it may bring why it does not.
        int told = 0;
        ssize_t count;
        while ((count = read(report[0], &told, sizeof told)) == -1 && errno == EINTR) {}
        if (count == sizeof told) {
            problem = told;
            waitpid(child, nullptr, 0);
        }
    }
    close(report[0]);
    *process = child;
    return problem;
}

/// Waits for the end of the process, but not for ever: after `limit` seconds it is killed, and the status is
/// `GNUPLOT_TIMED_OUT`.
int wait_for(pid_t process, double limit) {
    using clock = std::chrono::steady_clock;
    const auto end = clock::now() + std::chrono::duration<double>(limit);
    int status = 0;
    bool is_late = false;
    auto pause = std::chrono::microseconds(200);
    while (true) {
        const pid_t ended = waitpid(process, &status, WNOHANG);
        if (ended == process) break;
        if (ended == -1 && errno != EINTR) return -1;
        if (!is_late && clock::now() > end) {
            is_late = true;
            kill(process, SIGKILL);
        }
        std::this_thread::sleep_for(pause);
        if (pause < std::chrono::milliseconds(5)) pause *= 2;
    }
    if (is_late) return GNUPLOT_TIMED_OUT;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int failed(int problem, char *message, size_t capacity) {
    std::snprintf(message, capacity, "%s", std::strerror(problem));
    return -1;
}

int run(
    const char *executable, const char *folder, const char *commands, double limit, char *message, size_t capacity) {
    std::FILE *printed = std::tmpfile();
    if (!printed) return failed(errno, message, capacity);
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) {
        const int problem = errno;
        std::fclose(printed);
        return failed(problem, message, capacity);
    }
    pid_t process = 0;
    const int problem = start(executable, folder, ends[0], fileno(printed), &process);
    close(ends[0]);
    if (problem != 0) {
        close(ends[1]);
        std::fclose(printed);
        return failed(problem, message, capacity);
    }
    if (std::FILE *input = fdopen(ends[1], "w")) {
        const BrokenPipeIgnored ignored;
        Gnuplot gnuplot(input);
        gnuplot << commands;
    } else {
        close(ends[1]);
    }
    const int status = wait_for(process, limit);
    std::rewind(printed);
    message[std::fread(message, 1, capacity - 1, printed)] = 0;
    std::fclose(printed);
    return status;
}

}  // namespace

int gnuplot_run(
    const char *executable, const char *folder, const char *commands, double limit, char *message, size_t capacity) {
    try {
        return run(executable, folder, commands, limit, message, capacity);
    } catch (const std::exception &problem) {
        std::snprintf(message, capacity, "%s", problem.what());
        return -1;
    }
}

int gnuplot_can_draw(uint32_t character) {
    FcCharSet *characters = FcCharSetCreate();
    FcCharSetAddChar(characters, character);
    FcPattern *pattern = FcPatternCreate();
    FcPatternAddCharSet(pattern, FC_CHARSET, characters);
    FcObjectSet *wanted = FcObjectSetBuild(FC_FILE, nullptr);
    FcFontSet *fonts = FcFontList(nullptr, pattern, wanted);
    const bool found = fonts && fonts->nfont > 0;
    if (fonts) FcFontSetDestroy(fonts);
    FcObjectSetDestroy(wanted);
    FcPatternDestroy(pattern);
    FcCharSetDestroy(characters);
    return found;
}
