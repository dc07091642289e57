# Where a single Gaussian ends, by its start
#
# Draw walks.png and walks.svg again, in this folder:  gnuplot walks.gnuplot
# It needs walks.dat.

set encoding utf8

# The page is drawn twice: the script calls itself for each kind of file.
if (ARGC == 0) {
    set terminal pngcairo noenhanced size 900,760 font 'DejaVu Sans,11'
    set output 'walks.png'
    call 'walks.gnuplot' 'page'
    set terminal svg noenhanced size 900,760 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
    set output 'walks.svg'
    call 'walks.gnuplot' 'page'
    unset output
    exit
}

set multiplot title 'Where a single Gaussian ends, by its start' font ',14'

# Panel 1: KL[p‖q]
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0.473684211
set size 0.5,0.473684211
set title 'KL[p‖q]' font ',13' textcolor rgb '#333333'
set xlabel 'µ of the start' textcolor rgb '#333333'
set ylabel 'log σ of the start' textcolor rgb '#333333'
set xrange [-3.6:3.6]
set yrange [-1.3:1.1]
set xtics 2 format '%.0f'
set ytics 0.5 format '%.1f'
set key bmargin center horizontal Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333' height 0.5
plot \
    'walks.dat' index 0 using 1:2 with points pointtype 9 pointsize 0.9 linecolor rgb '#19009e73' title 'covers both'

# Panel 2: minimax: 2·JS
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.5,0.473684211
set size 0.5,0.473684211
set title 'minimax: 2·JS' font ',13' textcolor rgb '#333333'
set xlabel 'µ of the start' textcolor rgb '#333333'
set ylabel 'log σ of the start' textcolor rgb '#333333'
set xrange [-3.6:3.6]
set yrange [-1.3:1.1]
set xtics 2 format '%.0f'
set ytics 0.5 format '%.1f'
set key bmargin center horizontal Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333' height 0.5
plot \
    'walks.dat' index 1 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#190072b2' title 'left mode', \
    'walks.dat' index 2 using 1:2 with points pointtype 5 pointsize 0.9 linecolor rgb '#19d55e00' title 'right mode', \
    'walks.dat' index 3 using 1:2 with points pointtype 9 pointsize 0.9 linecolor rgb '#19009e73' title 'covers both'

# Panel 3: non-saturating
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0
set size 0.5,0.473684211
set title 'non-saturating' font ',13' textcolor rgb '#333333'
set xlabel 'µ of the start' textcolor rgb '#333333'
set ylabel 'log σ of the start' textcolor rgb '#333333'
set xrange [-3.6:3.6]
set yrange [-1.3:1.1]
set xtics 2 format '%.0f'
set ytics 0.5 format '%.1f'
set key bmargin center horizontal Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333' height 0.5
plot \
    'walks.dat' index 4 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#190072b2' title 'left mode', \
    'walks.dat' index 5 using 1:2 with points pointtype 5 pointsize 0.9 linecolor rgb '#19d55e00' title 'right mode'

# Panel 4: KL[q‖p]
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.5,0
set size 0.5,0.473684211
set title 'KL[q‖p]' font ',13' textcolor rgb '#333333'
set xlabel 'µ of the start' textcolor rgb '#333333'
set ylabel 'log σ of the start' textcolor rgb '#333333'
set xrange [-3.6:3.6]
set yrange [-1.3:1.1]
set xtics 2 format '%.0f'
set ytics 0.5 format '%.1f'
set key bmargin center horizontal Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333' height 0.5
plot \
    'walks.dat' index 6 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#190072b2' title 'left mode', \
    'walks.dat' index 7 using 1:2 with points pointtype 5 pointsize 0.9 linecolor rgb '#19d55e00' title 'right mode', \
    'walks.dat' index 8 using 1:2 with points pointtype 9 pointsize 0.9 linecolor rgb '#19009e73' title 'covers both'
unset multiplot
