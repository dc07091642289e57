// The C++ that Swift cannot call: gnuplot-iostream sends the commands. The process is started and waited for here,
// because the library starts it through a shell, is silent when there is no gnuplot, and hides its exit status.

#include "CGnuplot.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <spawn.h>
#include <string>
#include <sys/wait.h>
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
int start(const char *executable, const char *folder, int input, int output, pid_t *process) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO);
    posix_spawn_file_actions_addchdir_np(&actions, folder);
    std::string name = executable, option = "--default-settings";
    char *arguments[] = {name.data(), option.data(), nullptr};
    const int problem = posix_spawn(process, executable, &actions, nullptr, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    return problem;
}

int wait_for(pid_t process) {
    int status = 0;
    while (waitpid(process, &status, 0) == -1) {
        if (errno != EINTR) return -1;
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int failed(int problem, char *message, size_t capacity) {
    std::snprintf(message, capacity, "%s", std::strerror(problem));
    return -1;
}

int run(const char *executable, const char *folder, const char *commands, char *message, size_t capacity) {
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
    const int status = wait_for(process);
    std::rewind(printed);
    message[std::fread(message, 1, capacity - 1, printed)] = 0;
    std::fclose(printed);
    return status;
}

}  // namespace

int gnuplot_run(
    const char *executable, const char *folder, const char *commands, char *message, size_t capacity) {
    try {
        return run(executable, folder, commands, message, capacity);
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
