{{/*
Requests and limits of the service's container: those of its language, with what `resources`
says over them; "" removes an entry.
Usage: {{ include "platform-common.v1.values.resources" $context }}
*/}}
{{- define "platform-common.v1.values.resources" -}}
{{- include "platform-common.v1.values.readLanguage" . -}}
{{- $resources := .language.resources -}}
{{- with .values.resources -}}
  {{- $resources = mustMergeOverwrite (deepCopy $resources) (deepCopy .) -}}
  {{- include "platform-common.v1.values.prune" $resources -}}
{{- end -}}
{{- toYaml $resources -}}
{{- end -}}

{{/*
All that depends on the language, or on the engine of a backing service, set as "language" in the
context the first time: "resources", and "startup" with the numbers of the startup probe. What is
not named takes the default. Every start may take five minutes; a Java program is asked less often
meanwhile, since it is busy with its classes.
Usage: {{ include "platform-common.v1.values.readLanguage" $context }}
*/}}
{{- define "platform-common.v1.values.readLanguage" -}}
{{- if not (hasKey . "language") -}}
{{- $rows := dict
  "go"         (list "100m" "500m"  "256Mi" "512Mi")
  "java"       (list "250m" "1000m" "512Mi" "1Gi")
  "mariadb"    (list "500m" "2000m" "1Gi"   "2Gi")
  "mongodb"    (list "500m" "2000m" "1Gi"   "2Gi")
  "mysql"      (list "500m" "2000m" "1Gi"   "2Gi")
  "nginx"      (list "50m"  "200m"  "128Mi" "256Mi")
  "node"       (list "100m" "500m"  "256Mi" "512Mi")
  "php"        (list "100m" "500m"  "256Mi" "512Mi")
  "postgresql" (list "500m" "2000m" "1Gi"   "2Gi")
  "python"     (list "100m" "500m"  "256Mi" "512Mi")
  "rabbitmq"   (list "250m" "1000m" "512Mi" "1Gi")
  "redis"      (list "100m" "500m"  "256Mi" "512Mi")
-}}
{{- $row := get $rows .values.language | default $rows.node -}}
{{- $startup := eq .values.language "java" | ternary (list 10 30) (list 5 60) -}}
{{- $_ := set . "language" (dict
  "resources" (dict
    "requests" (dict "cpu" (index $row 0) "memory" (index $row 2))
    "limits" (dict "cpu" (index $row 1) "memory" (index $row 3)))
  "startup" (dict "periodSeconds" (first $startup) "failureThreshold" (last $startup))
) -}}
{{- end -}}
{{- end -}}
