// JSON to structs and back, by their described members (Boost.Describe).
//
// Unlike Boost.JSON's stock conversion: unknown members are ignored, absent optionals are left out,
// enums are integers, errors name the path.
#pragma once

#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <boost/mp11.hpp>

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <vector>

namespace journey::lsp {

namespace json = boost::json;

/// «.position.character: expected an unsigned integer»
struct DecodeError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// A value that is sent as null when absent; an optional is left out instead.
template <typename T>
struct Nullable {
  std::optional<T> value;
};

template <typename T>
inline constexpr bool isDescribed = boost::describe::has_describe_members<T>::value;

template <typename T>
struct IsVector : std::false_type {};
template <typename T>
struct IsVector<std::vector<T>> : std::true_type {};
template <typename T>
struct IsOptional : std::false_type {};
template <typename T>
struct IsOptional<std::optional<T>> : std::true_type {};
template <typename T>
struct IsNullable : std::false_type {};
template <typename T>
struct IsNullable<Nullable<T>> : std::true_type {};

template <typename T>
void decode(const json::value& from, T& to, const std::string& path = {}) {
  auto fail = [&](const char* expected) {
    throw DecodeError((path.empty() ? "." : path) + ": expected " + expected);
  };
  if constexpr (std::is_same_v<T, json::value>) {
    to = from;
  } else if constexpr (std::is_same_v<T, bool>) {
    if (!from.is_bool()) fail("true or false");
    to = from.get_bool();
  } else if constexpr (std::is_enum_v<T>) {
    std::int64_t value = 0;
    decode(from, value, path);
    to = static_cast<T>(value);
  } else if constexpr (std::is_unsigned_v<T>) {
    // A number such as 3.0 is an integer to JSON.
    boost::system::error_code error;
    auto value = from.to_number<std::uint32_t>(error);
    if (!from.is_number() || error) fail("an unsigned integer");
    to = static_cast<T>(value);
  } else if constexpr (std::is_integral_v<T>) {
    boost::system::error_code error;
    auto value = from.to_number<T>(error);
    if (!from.is_number() || error) fail("an integer");
    to = value;
  } else if constexpr (std::is_same_v<T, std::string>) {
    if (!from.is_string()) fail("a string");
    to.assign(from.get_string().data(), from.get_string().size());
  } else if constexpr (IsOptional<T>::value) {
    if (from.is_null()) return;
    to.emplace();
    decode(from, *to, path);
  } else if constexpr (IsNullable<T>::value) {
    if (from.is_null()) return;
    to.value.emplace();
    decode(from, *to.value, path);
  } else if constexpr (IsVector<T>::value) {
    if (!from.is_array()) fail("an array");
    to.clear();
    for (const json::value& item : from.get_array()) {
      std::string itemPath = path + "[" + std::to_string(to.size()) + "]";
      decode(item, to.emplace_back(), itemPath);
    }
  } else {
    static_assert(isDescribed<T>);
    if (!from.is_object()) fail("an object");
    using Members = boost::describe::describe_members<T, boost::describe::mod_public>;
    boost::mp11::mp_for_each<Members>([&](auto member) {
      using Value = std::remove_cvref_t<decltype(to.*member.pointer)>;
      const json::value* value = from.get_object().if_contains(member.name);
      if (value)
        decode(*value, to.*member.pointer, path + "." + member.name);
      else if constexpr (!IsOptional<Value>::value && !IsNullable<Value>::value)
        throw DecodeError(path + "." + member.name + ": is missing");
    });
  }
}

template <typename T>
T decoded(const json::value& from) {
  T to{};
  decode(from, to);
  return to;
}

template <typename T>
json::value encode(const T& from) {
  if constexpr (std::is_same_v<T, json::value> || std::is_same_v<T, bool> ||
                std::is_same_v<T, std::string>) {
    return json::value(from);
  } else if constexpr (std::is_enum_v<T>) {
    return json::value(static_cast<std::int64_t>(from));
  } else if constexpr (std::is_integral_v<T>) {
    return json::value(from);
  } else if constexpr (IsNullable<T>::value) {
    return from.value ? encode(*from.value) : json::value(nullptr);
  } else if constexpr (IsVector<T>::value) {
    json::array array;
    array.reserve(from.size());
    for (const auto& item : from) array.push_back(encode(item));
    return array;
  } else {
    static_assert(isDescribed<T>);
    json::object object;
    using Members = boost::describe::describe_members<T, boost::describe::mod_public>;
    boost::mp11::mp_for_each<Members>([&](auto member) {
      const auto& value = from.*member.pointer;
      if constexpr (IsOptional<std::remove_cvref_t<decltype(value)>>::value) {
        if (value) object.emplace(member.name, encode(*value));
      } else {
        object.emplace(member.name, encode(value));
      }
    });
    return object;
  }
}

}  // namespace journey::lsp
