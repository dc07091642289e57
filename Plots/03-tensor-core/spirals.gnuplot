# Two spirals
#
# Draw spirals.png and spirals.svg again, in this folder:  gnuplot spirals.gnuplot
# It needs spirals.dat.

set encoding utf8

# The page is drawn twice: the script calls itself for each kind of file.
if (ARGC == 0) {
    set terminal pngcairo noenhanced size 900,840 font 'DejaVu Sans,11'
    set output 'spirals.png'
    call 'spirals.gnuplot' 'page'
    set terminal svg noenhanced size 900,840 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
    set output 'spirals.svg'
    call 'spirals.gnuplot' 'page'
    unset output
    exit
}

set multiplot title 'Two spirals' font ',14'

# Panel 1: After 100 steps
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0.476190476
set size 0.5,0.476190476
set title 'After 100 steps' font ',13' textcolor rgb '#333333'
set xlabel 'x' textcolor rgb '#333333'
set ylabel 'y' textcolor rgb '#333333'
set xrange [-2.4:2.4]
set yrange [-2.4:2.4]
set palette defined (0 '#005798', 1 '#247dcd', 2 '#71a6dc', 3 '#b3ceea', 4 '#f5f5f5', 5 '#e7c1b1', 6 '#d58e6e', 7 '#be5822', 8 '#8c3802') maxcolors 256
set cbrange [-1.4:1.4]
set cbtics 0.5 format '%.1f'
set cblabel 'first arm −1, second arm 1' textcolor rgb '#333333' offset 0.5,0
set colorbox noborder
set xtics 1 format '%.0f'
set ytics 1 format '%.0f'
set size ratio -1
unset grid
unset key
plot \
    'spirals.dat' index 0 nonuniform matrix using 1:2:3 with image notitle, \
    'spirals.dat' index 1 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19ffffff' notitle, \
    'spirals.dat' index 2 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19222222' notitle

# Panel 2: After 400 steps
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.5,0.476190476
set size 0.5,0.476190476
set title 'After 400 steps' font ',13' textcolor rgb '#333333'
set xlabel 'x' textcolor rgb '#333333'
set ylabel 'y' textcolor rgb '#333333'
set xrange [-2.4:2.4]
set yrange [-2.4:2.4]
set palette defined (0 '#005798', 1 '#247dcd', 2 '#71a6dc', 3 '#b3ceea', 4 '#f5f5f5', 5 '#e7c1b1', 6 '#d58e6e', 7 '#be5822', 8 '#8c3802') maxcolors 256
set cbrange [-1.4:1.4]
set cbtics 0.5 format '%.1f'
set cblabel 'first arm −1, second arm 1' textcolor rgb '#333333' offset 0.5,0
set colorbox noborder
set xtics 1 format '%.0f'
set ytics 1 format '%.0f'
set size ratio -1
unset grid
unset key
plot \
    'spirals.dat' index 3 nonuniform matrix using 1:2:3 with image notitle, \
    'spirals.dat' index 4 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19ffffff' notitle, \
    'spirals.dat' index 5 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19222222' notitle

# Panel 3: After 2000 steps
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0
set size 0.5,0.476190476
set title 'After 2000 steps' font ',13' textcolor rgb '#333333'
set xlabel 'x' textcolor rgb '#333333'
set ylabel 'y' textcolor rgb '#333333'
set xrange [-2.4:2.4]
set yrange [-2.4:2.4]
set palette defined (0 '#005798', 1 '#247dcd', 2 '#71a6dc', 3 '#b3ceea', 4 '#f5f5f5', 5 '#e7c1b1', 6 '#d58e6e', 7 '#be5822', 8 '#8c3802') maxcolors 256
set cbrange [-1.4:1.4]
set cbtics 0.5 format '%.1f'
set cblabel 'first arm −1, second arm 1' textcolor rgb '#333333' offset 0.5,0
set colorbox noborder
set xtics 1 format '%.0f'
set ytics 1 format '%.0f'
set size ratio -1
unset grid
unset key
plot \
    'spirals.dat' index 6 nonuniform matrix using 1:2:3 with image notitle, \
    'spirals.dat' index 7 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19ffffff' notitle, \
    'spirals.dat' index 8 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19222222' notitle

# Panel 4: The loss
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.5,0
set size 0.5,0.476190476
set title 'The loss' font ',13' textcolor rgb '#333333'
set xlabel 'step' textcolor rgb '#333333'
set ylabel 'cross-entropy, nats' textcolor rgb '#333333'
set xrange [1:2000]
set yrange [0.000468665038:1.09178455]
set logscale y
set arrow from graph 0, first 0.693147181 to graph 1, first 0.693147181 nohead dashtype (14,9) linewidth 1.4 linecolor rgb '#d55e00'
set label 'a coin' at graph 0.8810, graph 0.9773 left font ',9' textcolor rgb '#333333' front
set xtics 500 format '%.0f'
set ytics ('' 0.0005 1, '' 0.0006 1, '' 0.0007 1, '' 0.0008 1, '' 0.0009 1, '0.001' 0.001, '' 0.002 1, '' 0.003 1, '' 0.004 1, '' 0.005 1, '' 0.006 1, '' 0.007 1, '' 0.008 1, '' 0.009 1, '0.01' 0.01, '' 0.02 1, '' 0.03 1, '' 0.04 1, '' 0.05 1, '' 0.06 1, '' 0.07 1, '' 0.08 1, '' 0.09 1, '0.1' 0.1, '' 0.2 1, '' 0.3 1, '' 0.4 1, '' 0.5 1, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, '1' 1)
unset key
plot \
    'spirals.dat' index 9 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' notitle
unset multiplot
