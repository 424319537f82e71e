#include "model/profile_cursor.hpp"

#include <algorithm>

namespace holdline {

ProfileCursor::ProfileCursor(const Profile& profile, Weekday first_day, double outside)
    : profile_(&profile),
      week_shift_(static_cast<std::int64_t>(first_day) * kDay),
      outside_(outside) {
  if (profile.span == ProfileSpan::constant || profile.values.empty()) return;
  whole_ = profile.values.size();
  if (profile.span != ProfileSpan::horizon) {
    whole_ = std::min(whole_, static_cast<std::size_t>(cycle() / profile.interval));
  }
  index_ = whole_;
}

Duration ProfileCursor::cycle() const { return profile_->span == ProfileSpan::day ? kDay : kWeek; }

void ProfileCursor::seek(Time time) {
  if (time == end_ && index_ + 1 < whole_) {  // the usual: the next interval begins
    begin_ = end_;
    end_ += profile_->interval;
    value_ = profile_->values[++index_];
    return;
  }
  index_ = whole_;
  begin_ = Time{};
  end_ = kNever;
  if (profile_ == nullptr || profile_->values.empty()) {
    value_ = outside_;
    return;
  }
  if (profile_->span == ProfileSpan::constant) {
    value_ = profile_->values.front();
    return;
  }
  // Position within the profile; a repeating one wraps, so that it may begin at any hour.
  const bool is_once = profile_->span == ProfileSpan::horizon;
  const Duration cycle = this->cycle();
  Duration position = time.time_since_epoch() - profile_->offset;
  if (profile_->span == ProfileSpan::week) position += week_shift_;
  if (!is_once) position = (position % cycle + cycle) % cycle;
  const auto length = static_cast<std::int64_t>(profile_->values.size()) * profile_->interval;
  if (position < Duration{0}) {  // before a profile that begins once
    value_ = outside_;
    end_ = time - position;
  } else if (position >= length) {
    value_ = outside_;
    begin_ = time - (position - length);
    end_ = is_once ? kNever : time + (cycle - position);
  } else {
    const auto index = position / profile_->interval;
    index_ = static_cast<std::size_t>(index);
    value_ = profile_->values[index_];
    begin_ = time - (position - index * profile_->interval);
    end_ = begin_ + profile_->interval;
    if (!is_once && end_ - begin_ > cycle - index * profile_->interval) {
      end_ = begin_ + (cycle - index * profile_->interval);
    }
  }
  if (begin_ < Time{}) begin_ = Time{};
}

}  // namespace holdline
