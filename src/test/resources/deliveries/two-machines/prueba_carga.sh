#!/bin/bash
# Apache Bench: normal y con mucho tráfico
ab -n 100 -c 5 http://192.168.130.2/
ab -n 5000 -c 200 http://192.168.130.2/
