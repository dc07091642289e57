// The LessonKit room.
