{{/*
What Helm runs at its events, set as "hooks" in the context the first time:

  jobs    list of { name, path, hook, events, early, weight }: the migration where it is a hook,
          and `hooks`
  events  of all of them
  early   events of those jobs that run while the objects of the release are not there
  weight  of what must be there before any of the jobs
  copies  list of { suffix, annotations } under which an object is made that jobs need: one of the
          release, and one that is a hook where there are early jobs

Helm runs hooks before an install or upgrade while the release's objects are absent or those of
the version before, and after a delete when they are gone. A job with such an event takes nothing
from them: its configuration, its Secret, its certificates and its policy are hooks themselves,
made before it and removed after it.

Pods of hooks must not be selected by the Service, the budget, the policy or the workload of the
service, whose selectors hold `app.kubernetes.io/name` alone and cannot be changed. So theirs is
`<service>.<hook>`, with a point that no service's name can have; and `chartroom/calls-as:
<service>` opens for them the ways that are open to the service.
Usage: {{ include "platform-common.v1.fields.readHooks" $context }}
*/}}
{{- define "platform-common.v1.fields.readHooks" -}}
{{- if not (hasKey . "hooks") -}}
  {{- $context := . -}}
  {{- $all := list -}}
  {{- with .values.migration -}}
    {{- if and .enabled .hook -}}
      {{- $all = append $all (dict "name" "migration" "path" "migration" "hook" (merge (dict "events" (list "pre-install" "pre-upgrade")) (omit . "enabled" "hook"))) -}}
    {{- end -}}
  {{- end -}}
  {{- range $name, $hook := .values.hooks -}}
    {{- if dig "enabled" true $hook -}}
      {{- include "platform-common.v1.fields.checkHook" (dict "context" $context "name" $name "hook" $hook) -}}
      {{- $all = append $all (dict "name" $name "path" (printf "hooks.%s" $name) "hook" $hook) -}}
    {{- end -}}
  {{- end -}}
  {{- $hooks := dict "jobs" list "events" list "early" list "weight" -1 -}}
  {{- range $job := $all -}}
    {{- $events := uniq ($job.hook.events | default list) -}}
    {{- $early := false -}}
    {{- range list "pre-install" "pre-upgrade" "pre-rollback" "post-delete" -}}
      {{- if has . $events -}}
        {{- $early = true -}}
      {{- end -}}
    {{- end -}}
    {{- $weight := int $job.hook.weight -}}
    {{- $_ := mergeOverwrite $job (dict "events" $events "early" $early "weight" $weight) -}}
    {{- $_ := set $hooks "jobs" (append $hooks.jobs $job) -}}
    {{- $_ := set $hooks "events" (concat $hooks.events $events | uniq) -}}
    {{- $_ := set $hooks "early" ($early | ternary (concat $hooks.early $events | uniq) $hooks.early) -}}
    {{- $_ := set $hooks "weight" (min $hooks.weight (sub $weight 1)) -}}
  {{- end -}}
  {{- $copies := list (dict "suffix" "" "annotations" dict) -}}
  {{- if $hooks.early -}}
    {{- $copies = append $copies (dict "suffix" "-hooks" "annotations" (include "platform-common.v1.fields.hookAnnotations" (dict "events" $hooks.early "weight" $hooks.weight) | fromYaml)) -}}
  {{- end -}}
  {{- $_ := set $hooks "copies" $copies -}}
  {{- $_ := set . "hooks" $hooks -}}
{{- end -}}
{{- end -}}

{{/*
Stops at a hook that cannot be one: its name, its events, and that it runs something.
Usage: {{ include "platform-common.v1.fields.checkHook" (dict "context" $context "name" "admin" "hook" $hook) }}
*/}}
{{- define "platform-common.v1.fields.checkHook" -}}
{{- $chart := .context.root.Chart.Name -}}
{{- $name := .name -}}
{{- $known := list "pre-install" "post-install" "pre-upgrade" "post-upgrade" "pre-delete" "post-delete" "pre-rollback" "post-rollback" -}}
{{- $length := sub 62 (len .context.name) -}}
{{- if not (and (regexMatch "^[a-z]([-a-z0-9]*[a-z0-9])?$" $name) (le (len $name) (int $length))) -}}
  {{- fail (printf "%s: values: hooks.%s cannot be the name of a job; a name starts with a letter, holds only a-z, 0-9 and '-', and has at most %d characters here" $chart $name $length) -}}
{{- else if has $name (list "migration" "test") -}}
  {{- fail (printf "%s: values: hooks.%s has a name that this chart gives itself, to what `%s` says; write another" $chart $name $name) -}}
{{- end -}}
{{- if not .hook.events -}}
  {{- fail (printf "%s: values: hooks.%s.events is empty; write when it runs, such as [post-install]" $chart $name) -}}
{{- end -}}
{{- range $index, $event := .hook.events -}}
  {{- if not (has $event $known) -}}
    {{- $nearest := include "platform-common.v1.values.nearest" (dict "word" $event "known" $known) -}}
    {{- $advice := $nearest | empty | ternary (printf "known are %s" (join ", " $known)) (printf "did you mean %q?" $nearest) -}}
    {{- fail (printf "%s: values: hooks.%s.events[%d] is %q, which is no event of Helm; %s" $chart $name $index $event $advice) -}}
  {{- end -}}
{{- end -}}
{{- if not (or .hook.command .hook.args (dig "image" "repository" "" .hook)) -}}
  {{- fail (printf "%s: values: hooks.%s has no command, so it would start the service itself and never end; write hooks.%s.command, args, or an image of its own" $chart $name $name) -}}
{{- end -}}
{{- end -}}

{{/*
Annotations of a hook. What a job needs goes before it in weight; both are removed when all
hooks of the event went well, and a job that failed stays to be looked at.
Usage: {{ include "platform-common.v1.fields.hookAnnotations" (dict "events" $events "weight" 0) | fromYaml }}
*/}}
{{- define "platform-common.v1.fields.hookAnnotations" -}}
helm.sh/hook: {{ join "," .events }}
helm.sh/hook-weight: {{ .weight | toString | quote }}
helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded
{{- end -}}

{{/*
Labels of the pods of a hook or test.
Usage: {{ include "platform-common.v1.fields.hookPodLabels" (dict "context" $context "name" "migration" "component" "migration" "calls" true) }}
*/}}
{{- define "platform-common.v1.fields.hookPodLabels" -}}
{{- $labels := dict
  "app.kubernetes.io/name" (printf "%s.%s" .context.name .name)
  "app.kubernetes.io/component" .component
-}}
{{- if .calls -}}
  {{- $_ := set $labels "chartroom/calls-as" .context.name -}}
{{- end -}}
{{- toYaml (merge $labels (include "platform-common.v1.fields.podLabels" .context | fromYaml)) -}}
{{- end -}}
